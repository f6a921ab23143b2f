import { useRef, useState } from 'react';
import { Button, Details } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import {
  downloadAddresses,
  downloadCards,
  downloadPackingList,
  downloadWorkbook,
  type Batch,
  type PrintFile,
} from '@savner/contract/postcards';
import { addressOf } from '../../lib/api/call.js';
import { formatNumber } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Facts } from '../../ui/facts.js';
import { CardViewer } from './card-viewer.js';
import { sizeWords } from './size-words.js';
import { postcardTexts } from './texts.js';

interface BatchFilesProps {
  readonly campaign: Campaign;
  readonly batch: Batch;
}

/** What there is to fetch of a batch: the print files to look at and send, the addresses, what goes in the parcel. */
export function BatchFiles({ campaign, batch }: BatchFilesProps) {
  const say = useTexts(postcardTexts);
  const [seen, setSeen] = useState<number | null>(null);
  const opener = useRef<HTMLElement>(null);
  const { files } = batch;
  const params = { campaignId: campaign.id, batchId: batch.id };
  const addressOfFile = ({ number }: PrintFile) => addressOf(downloadCards, { ...params, file: number });
  const look = (file: PrintFile, button: HTMLElement) => {
    opener.current = button;
    setSeen(file.number);
  };
  const close = () => {
    setSeen(null);
    opener.current?.focus();
  };
  const shown = files.find(({ number }) => number === seen);
  const [only, ...more] = files;
  return (
    <>
      {only === undefined || more.length > 0 ? null : (
        <div className="row">
          <Button asChild data-size="sm">
            <a href={addressOfFile(only)}>{say('downloadCards', { size: sizeWords(only.bytes, say) })}</a>
          </Button>
          <Button variant="secondary" data-size="sm" onClick={(event) => look(only, event.currentTarget)}>
            {say('look')}
          </Button>
        </div>
      )}
      {more.length > 0 ? <FileTable {...{ campaign, batch, addressOfFile }} onLook={look} /> : null}
      {shown === undefined ? null : (
        <CardViewer
          key={shown.sha256}
          address={addressOfFile(shown)}
          sheet={batch.sheet}
          title={files.length > 1 ? say('lookAtFile', { number: shown.number }) : say('lookAtCards')}
          onClose={close}
        />
      )}
      <div className="row">
        {files.length > 0 ? (
          <Button asChild data-size="sm" variant="secondary">
            <a href={addressOf(downloadPackingList, params)}>{say('downloadPackingList')}</a>
          </Button>
        ) : null}
        <Button asChild data-size="sm" variant="secondary">
          <a href={addressOf(downloadWorkbook, params)}>{say('downloadWorkbook')}</a>
        </Button>
        <Button asChild data-size="sm" variant="secondary">
          <a href={addressOf(downloadAddresses, params)}>{say('downloadAddresses')}</a>
        </Button>
      </div>
      {files.length > 0 ? <Checksums batch={batch} /> : null}
    </>
  );
}

interface FileTableProps extends BatchFilesProps {
  readonly addressOfFile: (file: PrintFile) => string;
  readonly onLook: (file: PrintFile, button: HTMLElement) => void;
}

function FileTable({ campaign, batch, addressOfFile, onLook }: FileTableProps) {
  const say = useTexts(postcardTexts);
  const municipalityOf = ({ municipality }: PrintFile) =>
    municipality === null ? say('several') : municipalityName(campaign.municipalities, municipality);
  return (
    <DataTable
      caption={say('files', { number: batch.number })}
      rows={batch.files}
      keyOf={({ number }) => String(number)}
      columns={[
        { header: say('file'), cell: ({ number }) => say('fileNumber', { number }) },
        { header: say('municipality'), cell: municipalityOf },
        { header: say('cardRange'), kind: 'number', cell: rangeOf },
        { header: say('fileSize'), kind: 'number', cell: ({ bytes }) => sizeWords(bytes, say) },
        {
          header: say('fetch'),
          cell: (file) => (
            <a className="ds-link" href={addressOfFile(file)}>
              {say('downloadFile', { number: file.number })}
            </a>
          ),
        },
        {
          header: say('look'),
          cell: (file) => (
            <Button variant="tertiary" data-size="sm" onClick={(event) => onLook(file, event.currentTarget)}>
              {say('lookShort')}
              <span className="ds-sr-only"> {say('lookShortRest', { number: file.number })}</span>
            </Button>
          ),
        },
      ]}
    />
  );
}

function Checksums({ batch: { files, template, templateVersion } }: Pick<BatchFilesProps, 'batch'>) {
  const say = useTexts(postcardTexts);
  return (
    <Details>
      <Details.Summary>{say('checksum')}</Details.Summary>
      <Details.Content>
        <Facts
          facts={[
            ...files.flatMap(({ number, sha256, pages }) => [
              {
                label: files.length > 1 ? say('sha256Of', { number }) : say('sha256'),
                value: <code className="checksum">{sha256}</code>,
              },
              {
                label: files.length > 1 ? say('pagesOf', { number }) : say('pages'),
                value: formatNumber(pages),
              },
            ]),
            { label: say('templateUsed'), value: `${template} (${templateVersion})` },
          ]}
        />
      </Details.Content>
    </Details>
  );
}

function rangeOf({ firstCard, cards }: PrintFile): string {
  return cards === 1
    ? formatNumber(firstCard)
    : `${formatNumber(firstCard)}–${formatNumber(firstCard + cards - 1)}`;
}
