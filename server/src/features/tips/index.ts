export type { TipColumn } from './domain/tip-columns.js';
export { TipsReader, tipsArrived, type TipRecord } from './tip.js';
export { TipImports } from './tip-imports.service.js';
export { TipsModule } from './tips.module.js';
export { readTipHeader } from './list/tip-table.js';
