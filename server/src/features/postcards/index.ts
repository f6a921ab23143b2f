export { BatchesService } from './batches.service.js';
export { CardsReader } from './cards-reader.js';
export { type CardsPosted, cardsPosted } from './postcards.events.js';
export { PostcardsModule } from './postcards.module.js';
export { CardTemplates } from './card-templates.js';
export { readCardRows } from './card-rows.js';
export { inventedCards } from './domain/invented-cards.js';
export { renderCards } from './render-cards.js';
