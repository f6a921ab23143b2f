import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

/** A campaign may have a picture of its own and the mayors' signatures on its cards. */
export class CardImages1764000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'card_image',
        columns: [
          column('campaign_id', 'id', { isPrimary: true }),
          column('slot', 'code', { isPrimary: true }),
          column('sha256', 'code'),
          column('width_px', 'integer'),
          column('height_px', 'integer'),
          column('alternative', 'text'),
          column('uploaded_at', 'instant'),
          column('uploaded_by', 'text'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('card_image');
  }
}
