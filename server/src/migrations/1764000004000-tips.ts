import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

const optional = { isNullable: true };

export class Tips1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'tip',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('campaign_id', 'id'),
          column('idempotency_key', 'code'),
          column('source', 'code'),
          column('received_at', 'instant'),
          column('stored_at', 'instant'),
          column('entered_by', 'id', optional),
          column('import_id', 'id', optional),
          column('row_number', 'integer', optional),
          column('own_id', 'text', optional),
          column('municipality', 'municipality'),
          column('municipality_text', 'text', optional),
          column('first_names', 'text', optional),
          column('last_name', 'text', optional),
          column('former_name', 'text', optional),
          column('nickname', 'text', optional),
          column('birth_year', 'integer', optional),
          column('birth_year_text', 'text', optional),
          column('phone', 'text', optional),
          column('phone_text', 'text', optional),
          column('email', 'text', optional),
          column('street', 'text', optional),
          column('postcode', 'text', optional),
          column('postcode_text', 'text', optional),
          column('place', 'text', optional),
          column('country', 'text', optional),
          column('relation', 'text', optional),
          column('greeting', 'text', optional),
          column('others_in_household', 'text', optional),
          column('tipper_name', 'text', optional),
          column('tipper_phone', 'text', optional),
          column('tipper_phone_text', 'text', optional),
          column('tipper_email', 'text', optional),
          column('may_say_name', 'flag'),
          column('may_contact', 'flag'),
          column('is_shielded', 'flag'),
          column('search_text', 'text'),
        ],
        indices: [
          { name: 'tip_key', columnNames: ['campaign_id', 'idempotency_key'], isUnique: true },
          { name: 'tip_received', columnNames: ['campaign_id', 'received_at', 'id'] },
          { name: 'tip_municipality', columnNames: ['campaign_id', 'municipality'] },
          { name: 'tip_of_import', columnNames: ['import_id'] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'tip_import',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('campaign_id', 'id'),
          column('file_name', 'text'),
          column('sha256', 'code'),
          column('imported_at', 'instant'),
          column('imported_by', 'id', optional),
          column('counts', 'json'),
          column('refused_rows', 'json'),
        ],
        indices: [{ name: 'tip_import_file', columnNames: ['campaign_id', 'sha256'], isUnique: true }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tip_import');
    await runner.dropTable('tip');
  }
}
