export { TipsReader, tipsArrived, type TipRecord } from './tip.js';
export { TipsInMemory, TipsModule } from './tips.module.js';
