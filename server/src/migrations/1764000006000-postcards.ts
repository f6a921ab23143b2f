import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

export class Postcards1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'print_batch',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('campaign_id', 'id'),
          column('number', 'integer'),
          column('state', 'code'),
          column('template', 'code'),
          column('template_version', 'code'),
          column('language', 'code'),
          column('municipalities', 'json'),
          column('card_count', 'integer'),
          column('left_out_count', 'integer'),
          column('created_at', 'instant'),
          column('created_by', 'text'),
          column('job_id', 'id'),
          column('facts', 'json'),
          column('file_bytes', 'integer', { isNullable: true }),
          column('file_pages', 'integer', { isNullable: true }),
          column('file_sha256', 'code', { isNullable: true }),
          column('posted_on', 'date', { isNullable: true }),
        ],
        indices: [{ name: 'print_batch_number', columnNames: ['campaign_id', 'number'], isUnique: true }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'postcard',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('batch_id', 'id'),
          column('campaign_id', 'id'),
          column('household_id', 'id'),
          column('municipality', 'municipality'),
          column('position', 'integer'),
          column('state', 'code'),
          column('code_hash', 'code'),
          column('address_lines', 'json'),
          column('postcode', 'code', { isNullable: true }),
          column('posted_on', 'date', { isNullable: true }),
        ],
        indices: [
          {
            name: 'postcard_open_household',
            columnNames: ['household_id'],
            isUnique: true,
            where: `state = 'in_batch'`,
          },
          { name: 'postcard_code', columnNames: ['code_hash'], isUnique: true },
          { name: 'postcard_batch', columnNames: ['batch_id', 'position'], isUnique: true },
          { name: 'postcard_household', columnNames: ['campaign_id', 'household_id'] },
          { name: 'postcard_of_household', columnNames: ['household_id'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('postcard');
    await runner.dropTable('print_batch');
  }
}
