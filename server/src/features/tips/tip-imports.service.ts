import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { type ImportCounts, importLimits, type ImportPreview, type RowProblem } from '@savner/contract/tips';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import { type ListedRow, openTipList, type TipList } from './list/tip-list.js';
import { tipsArrived } from './tip.js';
import { TipImportsRepository } from './tip-imports.repository.js';
import { notOpen } from './tip-intake.service.js';
import { TipRulesService } from './tip-rules.service.js';
import type { DoneImport } from './tips.presenter.js';
import { type NewTip, TipsRepository } from './tips.repository.js';

export interface ListFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

type GoodRow = Extract<ListedRow, { ok: true }>;

interface JudgedList {
  readonly list: TipList;
  readonly sha256: string;
  readonly good: readonly GoodRow[];
  /** At most as many as are shown; `problemCount` counts them all. */
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly badRows: number;
}

const sampleRows = 5;

/** Lists of tips: look first, then store the good rows in one go. */
@Injectable()
export class TipImports {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly tips: TipsRepository,
    private readonly imports: TipImportsRepository,
    private readonly rules: TipRulesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** What would be taken in; stores nothing. @throws AppError too_large, unsupported_media_type, validation_failed */
  async preview(campaignId: string, file: ListFile): Promise<ImportPreview> {
    const campaign = await this.campaigns.get(campaignId);
    const judged = await this.#judge(campaign, file);
    const used = await this.tips.usedKeys(
      campaignId,
      judged.good.map(({ contentKey }) => contentKey),
    );
    const unique = uniqueRows(judged.good).filter(({ contentKey }) => !used.has(contentKey));
    return {
      fileName: file.fileName,
      sha256: judged.sha256,
      encoding: judged.list.encoding,
      delimiter: judged.list.delimiter,
      columns: judged.list.columns.map(({ header, column }) => ({ header, field: column })),
      counts: countsOf(judged, unique.length),
      problems: [...judged.problems],
      problemsLeftOut: judged.problemCount - judged.problems.length,
      sample: judged.good.slice(0, sampleRows).map(({ row, tip }) => ({
        row,
        municipality: tip.municipality,
        name: [tip.words.firstNames, tip.words.lastName].filter((part) => part !== null).join(' '),
        place: tip.words.place ?? '',
      })),
      alreadyImported: (await this.imports.findByFile(campaignId, judged.sha256)) !== null,
    };
  }

  /**
   * Stores the good rows, all or none; bad rows are named and left out. The same file again is the same import.
   * @param previewed sha256 the preview gave; null where nobody looked first (command line, demo)
   * @throws AppError campaign_not_open, file_changed_since_preview and those of {@link preview}
   */
  async take(
    campaignId: string,
    file: ListFile,
    previewed: string | null,
    importedBy: string | null,
  ): Promise<DoneImport> {
    const campaign = await this.campaigns.get(campaignId);
    if (campaign.state !== 'open') throw notOpen();
    const judged = await this.#judge(campaign, file);
    if (previewed !== null && previewed !== judged.sha256) throw changedSincePreview();
    const now = this.clock.now();
    const importId = newId();
    const rows = uniqueRows(judged.good).map(({ row, tipId, receivedAt, tip, contentKey }): NewTip => ({
      id: newId(),
      campaignId,
      idempotencyKey: contentKey,
      source: 'import',
      receivedAt,
      storedAt: now,
      enteredBy: importedBy,
      list: { importId, row, ownId: tipId },
      tip,
    }));
    return this.database.transaction(async () => {
      const before = await this.imports.findByFile(campaignId, judged.sha256);
      if (before) return before;
      const tipIds = await this.tips.insertNew(rows);
      const done = {
        id: importId,
        campaignId,
        fileName: file.fileName,
        sha256: judged.sha256,
        importedAt: now,
        importedBy,
        counts: countsOf(judged, tipIds.length),
        refusedRows: [...judged.problems],
      };
      if (!(await this.imports.insertNew(done))) return this.#takenMeanwhile(campaignId, judged.sha256);
      if (tipIds.length > 0) await this.events.tell(tipsArrived, { campaignId, tipIds });
      return done;
    });
  }

  async list(campaignId: string): Promise<readonly DoneImport[]> {
    await this.campaigns.get(campaignId);
    return this.imports.list(campaignId);
  }

  /** Another process took in the same file between our look and our insert: its rows are ours, none were stored twice. */
  async #takenMeanwhile(campaignId: string, sha256: string): Promise<DoneImport> {
    const same = await this.imports.findByFile(campaignId, sha256);
    if (!same)
      throw new AppError('conflict', 'Fila ble tatt inn av noen andre akkurat nå. Last siden på nytt.');
    return same;
  }

  async #judge(campaign: Campaign, { bytes }: ListFile): Promise<JudgedList> {
    const list = openTipList(bytes, this.rules.rulesFor(campaign, 'nb'));
    const good: GoodRow[] = [];
    const problems: RowProblem[] = [];
    let problemCount = 0;
    let badRows = 0;
    for await (const row of list.rows) {
      if (row.ok) {
        good.push(row);
        continue;
      }
      badRows += 1;
      problemCount += row.problems.length;
      problems.push(...row.problems.slice(0, importLimits.listedProblems - problems.length));
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { list, sha256, good, problems, problemCount, badRows };
  }
}

/** A row that stands twice is one tip, the first. */
function uniqueRows(rows: readonly GoodRow[]): GoodRow[] {
  const seen = new Set<string>();
  return rows.filter(({ contentKey }) => !seen.has(contentKey) && seen.add(contentKey));
}

function countsOf({ good, badRows }: JudgedList, fresh: number): ImportCounts {
  return { rows: good.length + badRows, good: good.length, bad: badRows, repeated: good.length - fresh };
}

function changedSincePreview(): AppError {
  return new AppError(
    'file_changed_since_preview',
    'Fila er ikke den samme som du så på. Forhåndsvis den på nytt.',
  );
}
