export { FiguresService } from './figures.service.js';
export { InsightModule } from './insight.module.js';
