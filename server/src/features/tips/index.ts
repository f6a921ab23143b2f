export { TipsReader, tipsArrived, type TipRecord } from './tip.js';
