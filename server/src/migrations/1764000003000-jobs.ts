import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

export class Jobs1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'job',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('name', 'code'),
          column('key', 'text', { isNullable: true }),
          column('payload', 'json'),
          column('campaign_id', 'id', { isNullable: true }),
          column('state', 'code'),
          column('done', 'integer'),
          column('total', 'integer'),
          column('attempts', 'integer'),
          column('interruptions', 'integer'),
          column('run_at', 'instant'),
          column('lease_owner', 'id', { isNullable: true }),
          column('lease_until', 'instant', { isNullable: true }),
          column('problem', 'text', { isNullable: true }),
          column('created_at', 'instant'),
          column('finished_at', 'instant', { isNullable: true }),
        ],
        checks: [
          {
            name: 'job_state_known',
            expression: `state IN ('waiting', 'running', 'succeeded', 'failed', 'cancelled')`,
          },
        ],
        indices: [
          {
            name: 'job_key',
            columnNames: ['name', 'key'],
            isUnique: true,
            where: `state IN ('waiting', 'running', 'succeeded')`,
          },
          { name: 'job_due', columnNames: ['state', 'run_at'] },
          { name: 'job_lease', columnNames: ['state', 'lease_until'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('job');
  }
}
