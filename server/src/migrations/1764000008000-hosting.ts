import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

export class Hosting1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'follow_up',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('campaign_id', 'id'),
          column('household_id', 'id'),
          column('municipality', 'municipality'),
          column('report_id', 'id'),
          column('result', 'code'),
          column('interests', 'json'),
          column('horizon', 'code', { isNullable: true }),
          column('due_on', 'date'),
          column('status', 'code'),
          column('callers_note', 'text'),
          column('note', 'text'),
          column('created_at', 'instant'),
          column('changed_at', 'instant'),
          column('version', 'integer'),
        ],
        indices: [
          { name: 'follow_up_household', columnNames: ['household_id'], isUnique: true },
          { name: 'follow_up_report', columnNames: ['report_id'] },
          { name: 'follow_up_list', columnNames: ['campaign_id', 'municipality', 'status', 'due_on'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('follow_up');
  }
}
