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
          column('due_on', 'date'),
          column('status', 'code'),
          column('note', 'text'),
          column('created_at', 'instant'),
          column('changed_at', 'instant'),
          column('version', 'integer'),
        ],
        indices: [
          { name: 'follow_up_household', columnNames: ['household_id'], isUnique: true },
          { name: 'follow_up_campaign', columnNames: ['campaign_id'] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'follow_up_wish',
        columns: [
          column('report_id', 'id', { isPrimary: true }),
          column('follow_up_id', 'id'),
          column('result', 'code'),
          column('interests', 'json'),
          column('horizon', 'code', { isNullable: true }),
          column('callers_note', 'text'),
          column('status_before', 'code', { isNullable: true }),
          column('due_before', 'date', { isNullable: true }),
          column('told_at', 'instant'),
        ],
        indices: [{ name: 'follow_up_wish_follow_up', columnNames: ['follow_up_id'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('follow_up_wish');
    await runner.dropTable('follow_up');
  }
}
