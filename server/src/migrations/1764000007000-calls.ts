import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

export class Calls1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [cases, leases, reports, ties, skips, divisions, actions]) {
      await runner.createTable(new Table(table));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [actions, divisions, skips, ties, reports, leases, cases]) {
      await runner.dropTable(table.name);
    }
  }
}

const empty = { isNullable: true };

const cases = {
  name: 'call_case',
  columns: [
    column('id', 'id', { isPrimary: true }),
    column('campaign_id', 'id'),
    column('household_id', 'id'),
    column('municipality', 'municipality'),
    column('standing', 'code'),
    column('state', 'code'),
    column('queue_rank', 'integer'),
    column('next_at', 'instant', empty),
    column('assigned_to', 'id', empty),
    column('reserved_for', 'id', empty),
    column('reserved_until', 'instant', empty),
    column('lease_id', 'id', empty),
    column('half_attempts', 'integer'),
    column('busy_count', 'integer'),
    column('other_person_count', 'integer'),
    column('message_count', 'integer'),
    column('skips', 'integer'),
    column('last_tried_at', 'instant', empty),
    column('result', 'code', empty),
    column('inform_by', 'instant'),
    column('has_address', 'flag'),
    column('informed_at', 'instant', empty),
    column('card_posted_on', 'date', empty),
    column('opened_by_hand_at', 'instant', empty),
    column('merged_into', 'id', empty),
    column('own', 'json', empty),
    column('turn', 'integer'),
  ],
  indices: [
    { name: 'call_case_household', columnNames: ['household_id'], isUnique: true },
    {
      name: 'call_case_queue',
      columnNames: [
        'campaign_id',
        'municipality',
        'standing',
        'state',
        'queue_rank',
        'assigned_to',
        'next_at',
      ],
    },
    { name: 'call_case_lease', columnNames: ['lease_id'] },
    { name: 'call_case_merged', columnNames: ['merged_into'] },
    { name: 'call_case_assigned', columnNames: ['assigned_to'] },
    { name: 'call_case_reserved', columnNames: ['reserved_for'] },
  ],
};

const leases = {
  name: 'call_lease',
  columns: [
    column('id', 'id', { isPrimary: true }),
    column('campaign_id', 'id'),
    column('municipality', 'municipality'),
    column('case_id', 'id'),
    column('household_id', 'id'),
    column('user_id', 'id'),
    column('because', 'code'),
    column('taken_at', 'instant'),
    column('expires_at', 'instant'),
    column('pinned_at', 'instant', empty),
    column('ended_at', 'instant', empty),
    column('end_reason', 'code', empty),
  ],
  indices: [
    { name: 'call_lease_one_per_case', columnNames: ['case_id'], isUnique: true, where: 'ended_at IS NULL' },
    {
      name: 'call_lease_one_per_caller',
      columnNames: ['user_id'],
      isUnique: true,
      where: 'ended_at IS NULL',
    },
    {
      name: 'call_lease_running_out',
      columnNames: ['campaign_id', 'municipality', 'ended_at', 'expires_at'],
    },
    { name: 'call_lease_of_caller', columnNames: ['user_id', 'ended_at'] },
  ],
};

const reports = {
  name: 'call_report',
  columns: [
    column('id', 'id', { isPrimary: true }),
    column('key', 'id'),
    column('campaign_id', 'id'),
    column('municipality', 'municipality'),
    column('case_id', 'id'),
    column('household_id', 'id'),
    column('lease_id', 'id'),
    column('user_id', 'id'),
    column('at', 'instant'),
    column('attempt', 'code'),
    column('result', 'code', empty),
    column('report', 'json'),
    column('is_superseded', 'flag'),
    column('turn_after', 'integer'),
    column('undo', 'json', empty),
    column('undone_at', 'instant', empty),
  ],
  indices: [
    { name: 'call_report_key', columnNames: ['user_id', 'key'], isUnique: true },
    { name: 'call_report_case', columnNames: ['case_id', 'at'] },
    { name: 'call_report_caller', columnNames: ['user_id', 'at'] },
    { name: 'call_report_place', columnNames: ['campaign_id', 'municipality', 'at'] },
    { name: 'call_report_lease', columnNames: ['lease_id'] },
  ],
};

const ties = {
  name: 'call_tie',
  columns: [
    column('case_id', 'id', { isPrimary: true }),
    column('match_key', 'code', { isPrimary: true }),
    column('kind', 'code'),
  ],
};

const skips = {
  name: 'call_skip',
  columns: [
    column('case_id', 'id', { isPrimary: true }),
    column('user_id', 'id', { isPrimary: true }),
    column('reason', 'code'),
    column('at', 'instant'),
  ],
};

const divisions = {
  name: 'call_division',
  columns: [
    column('id', 'id', { isPrimary: true }),
    column('campaign_id', 'id'),
    column('municipality', 'municipality'),
    column('user_id', 'id', empty),
    column('at', 'instant'),
    column('changes', 'json'),
    column('undone_at', 'instant', empty),
  ],
  indices: [{ name: 'call_division_place', columnNames: ['campaign_id', 'municipality', 'at'] }],
};

const actions = {
  name: 'call_action',
  columns: [
    column('id', 'id', { isPrimary: true }),
    column('case_id', 'id'),
    column('user_id', 'id'),
    column('kind', 'code'),
    column('at', 'instant'),
    column('reason', 'text'),
  ],
  indices: [{ name: 'call_action_case', columnNames: ['case_id', 'at'] }],
};
