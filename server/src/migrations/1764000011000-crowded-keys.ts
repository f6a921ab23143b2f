import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const crowded = new TableColumn({ name: 'crowded', type: 'integer', isNullable: true });
const version = new TableColumn({ name: 'features_version', type: 'integer', default: 0 });

export class CrowdedKeys1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('match_run', crowded);
    await runner.addColumn('match_scale', version);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('match_scale', version);
    await runner.dropColumn('match_run', crowded);
  }
}
