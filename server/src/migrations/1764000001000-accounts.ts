import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

export class Accounts1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'user_account',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('name', 'text'),
          column('email', 'text', { isNullable: true }),
          column('password_hash', 'text', { isNullable: true }),
          column('roles', 'json'),
          column('municipality', 'municipality', { isNullable: true }),
          column('state', 'code'),
          column('created_at', 'instant'),
          column('last_seen_at', 'instant', { isNullable: true }),
        ],
        indices: [{ name: 'user_account_email', columnNames: ['email'], isUnique: true }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'user_session',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('token_hash', 'code'),
          column('user_id', 'id'),
          column('created_at', 'instant'),
          column('last_seen_at', 'instant'),
          column('expires_at', 'instant'),
        ],
        indices: [
          { name: 'user_session_token', columnNames: ['token_hash'], isUnique: true },
          { name: 'user_session_user', columnNames: ['user_id'] },
        ],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'one_time_link',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('token_hash', 'code'),
          column('purpose', 'code'),
          column('user_id', 'id', { isNullable: true }),
          column('created_at', 'instant'),
          column('expires_at', 'instant'),
          column('used_at', 'instant', { isNullable: true }),
        ],
        indices: [{ name: 'one_time_link_token', columnNames: ['token_hash'], isUnique: true }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('one_time_link');
    await runner.dropTable('user_session');
    await runner.dropTable('user_account');
  }
}
