import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { column } from '../platform/database/columns.js';

/** SQLite writes yes and no as numbers. */
function batchColumns(runner: QueryRunner) {
  const no = runner.dataSource.options.type === 'postgres' ? 'false' : '0';
  return [
    column('sheet', 'code', { default: `'single'` }),
    column('flip', 'code', { default: `'long-edge'` }),
    column('marks', 'flag', { default: no }),
    column('per_municipality', 'flag', { default: no }),
    column('cards_per_file', 'integer', { default: 5000 }),
    column('files_deleted_at', 'instant', { isNullable: true }),
  ];
}

const cardColumns = [
  column('address', 'json', { isNullable: true }),
  column('returned_on', 'date', { isNullable: true }),
  column('return_reason', 'code', { isNullable: true }),
];
const formerColumns = [
  column('file_bytes', 'integer', { isNullable: true }),
  column('file_pages', 'integer', { isNullable: true }),
  column('file_sha256', 'code', { isNullable: true }),
];

const formerHouseholds = new TableIndex({ name: 'household_former', columnNames: ['merged_into'] });

/** A batch may have several files, a card may come back with the post, and people may be erased from both. */
export class PrintFiles1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'print_file',
        columns: [
          column('batch_id', 'id', { isPrimary: true }),
          column('number', 'integer', { isPrimary: true }),
          column('municipality', 'municipality', { isNullable: true }),
          column('first_card', 'integer'),
          column('cards', 'integer'),
          column('bytes', 'integer'),
          column('pages', 'integer'),
          column('sha256', 'code'),
        ],
      }),
    );
    await runner.query(
      `INSERT INTO print_file (batch_id, number, municipality, first_card, cards, bytes, pages, sha256)
       SELECT id, 1, NULL, 1, card_count, file_bytes, file_pages, file_sha256
       FROM print_batch WHERE file_sha256 IS NOT NULL`,
    );
    await runner.addColumns('print_batch', batchColumns(runner).map(made));
    await runner.dropColumns('print_batch', formerColumns.map(made));
    await runner.addColumns('postcard', cardColumns.map(made));
    await runner.createIndex('household', formerHouseholds);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('household', formerHouseholds);
    await runner.dropColumns('postcard', cardColumns.map(made));
    await runner.addColumns('print_batch', formerColumns.map(made));
    await runner.dropColumns('print_batch', batchColumns(runner).map(made));
    await runner.query(
      `UPDATE print_batch SET
         file_bytes = (SELECT bytes FROM print_file WHERE batch_id = print_batch.id AND number = 1),
         file_pages = (SELECT pages FROM print_file WHERE batch_id = print_batch.id AND number = 1),
         file_sha256 = (SELECT sha256 FROM print_file WHERE batch_id = print_batch.id AND number = 1)`,
    );
    await runner.dropTable('print_file');
  }
}

function made(options: ReturnType<typeof column>): TableColumn {
  return new TableColumn(options);
}
