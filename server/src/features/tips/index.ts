export { TipsReader, tipsArrived, type TipRecord } from './tip.js';
export { TipImports } from './tip-imports.service.js';
export { TipsModule } from './tips.module.js';
