export { readTipFile, type TipFileRow } from './list/read-tip-file.js';
export { TipsReader, tipsArrived, type TipRecord } from './tip.js';
export { TipImports } from './tip-imports.service.js';
export { tipRules } from './tip-rules.service.js';
export { TipsModule } from './tips.module.js';
