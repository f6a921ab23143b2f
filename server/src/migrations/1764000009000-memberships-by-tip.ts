import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const index = new TableIndex({ name: 'membership_tip', columnNames: ['tip_id'] });

export class MembershipsByTip1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('membership', index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('membership', index);
  }
}
