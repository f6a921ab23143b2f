import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { column } from '../platform/database/columns.js';

export class People1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [...matchTables(), ...peopleTables()]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...matchTables(), ...peopleTables()].reverse()) await runner.dropTable(table);
  }
}

function matchTables(): Table[] {
  return [
    new Table({
      name: 'tip_feature',
      columns: [
        column('tip_id', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('version', 'integer'),
        column('matched_hash', 'code'),
        column('features', 'json'),
        column('birth_person_id', 'id'),
        column('birth_household_id', 'id'),
      ],
      indices: [
        { name: 'tip_feature_campaign', columnNames: ['campaign_id'] },
        { name: 'tip_feature_birth_person', columnNames: ['birth_person_id'], isUnique: true },
        { name: 'tip_feature_birth_household', columnNames: ['birth_household_id'], isUnique: true },
      ],
    }),
    new Table({
      name: 'match_key',
      columns: [column('key_hash', 'code', { isPrimary: true }), column('tip_id', 'id', { isPrimary: true })],
      indices: [{ name: 'match_key_tip', columnNames: ['tip_id'] }],
    }),
    new Table({
      name: 'match_edge',
      columns: [
        column('tip_a', 'id', { isPrimary: true }),
        column('tip_b', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('bits', 'real'),
        column('probability', 'real'),
        column('band', 'code'),
        column('household', 'code'),
        column('levels', 'json'),
        column('model_version', 'code'),
      ],
      checks: [
        { name: 'match_edge_in_order', expression: 'tip_a < tip_b' },
        { name: 'match_edge_band_known', expression: `band IN ('automatic', 'review', 'none')` },
      ],
      indices: [{ name: 'match_edge_b', columnNames: ['tip_b'] }],
    }),
    new Table({
      name: 'match_decision',
      columns: [
        column('id', 'id', { isPrimary: true }),
        column('act_id', 'id'),
        column('campaign_id', 'id'),
        column('kind', 'code'),
        column('verdict', 'code'),
        column('origin', 'code'),
        column('tip_a', 'id'),
        column('tip_b', 'id'),
        column('hash_a', 'code'),
        column('hash_b', 'code'),
        column('decided_by_id', 'id'),
        column('decided_by', 'text'),
        column('decided_at', 'instant'),
        column('why', 'text'),
        column('answer_key', 'id', { isNullable: true }),
      ],
      checks: [
        { name: 'match_decision_kind_known', expression: `kind IN ('person', 'household')` },
        { name: 'match_decision_verdict_known', expression: `verdict IN ('same', 'not_same')` },
        { name: 'match_decision_origin_known', expression: `origin IN ('review', 'split')` },
      ],
      indices: [
        { name: 'match_decision_act', columnNames: ['act_id'] },
        { name: 'match_decision_a', columnNames: ['tip_a'] },
        { name: 'match_decision_b', columnNames: ['tip_b'] },
        { name: 'match_decision_campaign', columnNames: ['campaign_id', 'act_id'] },
        { name: 'match_decision_key', columnNames: ['answer_key'] },
      ],
    }),
    new Table({
      name: 'match_undo',
      columns: [
        column('act_id', 'id', { isPrimary: true }),
        column('undone_by_id', 'id'),
        column('undone_by', 'text'),
        column('undone_at', 'instant'),
      ],
    }),
    new Table({
      name: 'match_question',
      columns: [
        column('kind', 'code', { isPrimary: true }),
        column('tip_a', 'id', { isPrimary: true }),
        column('tip_b', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('probability', 'real'),
        column('household_a', 'id'),
        column('household_b', 'id'),
        column('case_id', 'text'),
        column('worth', 'integer'),
        column('saves', 'code'),
        column('saved_count', 'integer'),
        column('inform_by', 'instant'),
        column('cause', 'code'),
      ],
      checks: [
        {
          name: 'match_question_saves_known',
          expression: `saves IN ('stopped_card', 'cards', 'calls', 'waiting_card', 'records')`,
        },
      ],
      indices: [
        { name: 'match_question_campaign', columnNames: ['campaign_id', 'case_id'] },
        { name: 'match_question_a', columnNames: ['tip_a'] },
        { name: 'match_question_b', columnNames: ['tip_b'] },
      ],
    }),
    new Table({
      name: 'match_scale',
      columns: [
        column('campaign_id', 'id', { isPrimary: true }),
        column('tips', 'integer'),
        column('size', 'integer'),
      ],
    }),
    new Table({
      name: 'match_model',
      columns: [
        column('id', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('version', 'code'),
        column('model', 'json', { isNullable: true }),
        column('chosen_at', 'instant'),
      ],
      indices: [
        { name: 'match_model_campaign', columnNames: ['campaign_id', 'id'] },
        { name: 'match_model_version', columnNames: ['version'] },
      ],
    }),
    new Table({
      name: 'match_run',
      columns: [
        column('job_id', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('started_by', 'text', { isNullable: true }),
        column('started_at', 'instant'),
        column('tips', 'integer', { isNullable: true }),
        column('merged', 'integer', { isNullable: true }),
        column('parted', 'integer', { isNullable: true }),
        column('new_questions', 'integer', { isNullable: true }),
      ],
      indices: [{ name: 'match_run_campaign', columnNames: ['campaign_id', 'started_at'] }],
    }),
  ];
}

function peopleTables(): Table[] {
  return [
    new Table({
      name: 'membership',
      columns: [
        column('id', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('tip_id', 'id'),
        column('person_id', 'id', { isNullable: true }),
        column('household_id', 'id'),
        column('since', 'instant'),
        column('until', 'instant', { isNullable: true }),
        column('cause', 'code'),
      ],
      indices: [
        { name: 'membership_open', columnNames: ['tip_id'], isUnique: true, where: 'until IS NULL' },
        { name: 'membership_household', columnNames: ['household_id'] },
        { name: 'membership_person', columnNames: ['person_id'] },
      ],
    }),
    new Table({
      name: 'person',
      columns: [
        column('id', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('household_id', 'id'),
        column('display_name', 'text'),
        column('birth_year', 'integer', { isNullable: true }),
        column('tip_count', 'integer'),
        column('created_at', 'instant'),
        column('retired_at', 'instant', { isNullable: true }),
      ],
      indices: [
        { name: 'person_household', columnNames: ['household_id'] },
        { name: 'person_campaign', columnNames: ['campaign_id', 'tip_count'] },
      ],
    }),
    new Table({
      name: 'household',
      columns: [
        column('id', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('municipality', 'municipality'),
        column('display_name', 'text'),
        column('sort_key', 'text'),
        column('search_key', 'text'),
        column('names_on_card', 'json'),
        column('street', 'text', { isNullable: true }),
        column('postcode', 'text', { isNullable: true }),
        column('place', 'text', { isNullable: true }),
        column('country', 'text', { isNullable: true }),
        column('has_address', 'flag'),
        column('phones', 'json'),
        column('emails', 'json'),
        column('tip_count', 'integer'),
        column('person_count', 'integer'),
        column('first_tip_at', 'instant'),
        column('inform_by', 'instant'),
        column('stage', 'code'),
        column('sorting_reason', 'code', { isNullable: true }),
        column('block_reason', 'code', { isNullable: true }),
        column('created_at', 'instant'),
        column('retired_at', 'instant', { isNullable: true }),
        column('merged_into', 'id', { isNullable: true }),
        column('version', 'integer'),
      ],
      checks: [
        { name: 'household_stage_known', expression: `stage IN ('sorting', 'ready_for_card', 'blocked')` },
      ],
      indices: [
        { name: 'household_list', columnNames: ['campaign_id', 'sort_key'] },
        { name: 'household_stage', columnNames: ['campaign_id', 'stage', 'municipality'] },
      ],
    }),
    new Table({
      name: 'household_fact',
      columns: [
        column('id', 'id', { isPrimary: true }),
        column('campaign_id', 'id'),
        column('household_id', 'id'),
        column('tip_id', 'id', { isNullable: true }),
        column('fact', 'json'),
        column('origin', 'code'),
        column('told_by_id', 'id'),
        column('told_by', 'text'),
        column('at', 'instant'),
        column('why', 'text'),
        column('report_id', 'id', { isNullable: true }),
      ],
      checks: [
        { name: 'household_fact_origin_known', expression: `origin IN ('coordinator', 'call', 'card')` },
      ],
      indices: [
        { name: 'household_fact_household', columnNames: ['household_id'] },
        { name: 'household_fact_tip', columnNames: ['tip_id'] },
        { name: 'household_fact_report', columnNames: ['report_id'] },
      ],
    }),
  ];
}
