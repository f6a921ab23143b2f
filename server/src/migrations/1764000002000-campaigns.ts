import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

export class Campaigns1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'campaign',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('name', 'text'),
          column('region', 'text'),
          column('starts_on', 'date'),
          column('ends_on', 'date'),
          column('state', 'code'),
          column('municipalities', 'json'),
          column('settings', 'json'),
          column('contact', 'json'),
          column('created_at', 'instant'),
          column('version', 'integer'),
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'team_member',
        columns: [
          column('campaign_id', 'id', { isPrimary: true }),
          column('user_id', 'id', { isPrimary: true }),
          column('municipality', 'municipality'),
          column('capacity', 'integer'),
          column('joined_at', 'instant'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('team_member');
    await runner.dropTable('campaign');
  }
}
