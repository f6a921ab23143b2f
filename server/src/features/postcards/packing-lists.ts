import { Inject, Injectable } from '@nestjs/common';
import type { Calendar } from '../../platform/calendar.js';
import { CALENDAR } from '../../platform/tokens.js';
import { BatchesService, nameOfFile } from './batches.service.js';
import { shippedFolders } from './card-templates.js';
import { packFiles } from './domain/packing-list.js';
import { packingListPdf } from './rendering/packing-list-pdf.js';

/** The sheet that goes with a batch to the print house and the post. */
@Injectable()
export class PackingLists {
  constructor(
    private readonly batches: BatchesService,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  /** @throws AppError not_found, batch_not_ready */
  async listOf(
    campaignId: string,
    batchId: string,
  ): Promise<{ readonly number: number; readonly bytes: Uint8Array }> {
    const { batch, files } = await this.batches.filesOf(campaignId, batchId);
    const { cards } = await this.batches.manifest(campaignId, batchId);
    const names = new Map(batch.facts.municipalities.map(({ number, name }) => [number, name]));
    const bytes = await packingListPdf({
      title: `Pakkseddel · Savner du noen, parti ${batch.number}`,
      region: batch.facts.region,
      contact: batch.facts.contact,
      madeOn: this.calendar.toLocal(batch.createdAt).date,
      createdAt: batch.createdAt,
      fontsFolder: shippedFolders.fonts,
      template: `${batch.template} (${batch.templateVersion})`,
      sheet: batch.sheet,
      marks: batch.marks,
      files: packFiles(files, cards, (file) => nameOfFile(batch, file, files.length)).map(
        ({ municipality, ...file }) => ({
          ...file,
          place: municipality && (names.get(municipality) ?? null),
        }),
      ),
    });
    return { number: batch.number, bytes };
  }
}
