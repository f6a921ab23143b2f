import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { column } from '../platform/database/columns.js';

const columns = [
  new TableColumn(column('joined_at', 'instant', { isNullable: true })),
  new TableColumn(column('least_sure', 'real', { isNullable: true })),
];

const where = 'least_sure IS NOT NULL';
const indices = [
  new TableIndex({ name: 'person_joined', columnNames: ['campaign_id', 'joined_at', 'id'], where }),
  new TableIndex({ name: 'person_least_sure', columnNames: ['campaign_id', 'least_sure', 'id'], where }),
];

/** Persons that are in the database already get theirs with the next match of all tips. */
export class JoinedPersons1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('person', columns);
    await runner.createIndices('person', indices);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndices('person', indices);
    await runner.dropColumns('person', columns);
  }
}
