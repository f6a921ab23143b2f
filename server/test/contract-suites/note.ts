import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner, Table } from 'typeorm';
import { column, kinds } from '../../src/platform/database/columns.js';

@Entity('note')
export class NoteRow {
  @PrimaryColumn(kinds.id)
  id!: string;

  @Column({ ...kinds.instant, name: 'written_at' })
  writtenAt!: Date;

  @Column(kinds.json)
  tags!: readonly string[];

  @Column(kinds.real)
  weight!: number;

  @Column({ ...kinds.flag, name: 'is_read' })
  isRead!: boolean;
}

export class Notes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'note',
        columns: [
          column('id', 'id', { isPrimary: true }),
          column('written_at', 'instant'),
          column('tags', 'json'),
          column('weight', 'real'),
          column('is_read', 'flag'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('note');
  }
}

export function aNote(id: string): NoteRow {
  return { id, writtenAt: new Date('2026-02-03T17:00:00.123Z'), tags: [], weight: 1, isRead: false };
}
