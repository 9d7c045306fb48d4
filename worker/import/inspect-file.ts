import type { FileInspection, ImportPlan, InspectError, PickedFile } from '../../shared/import-api.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { TimeZone } from '../../shared/kernel/time.ts';
import type { DataModel } from '../../shared/profile/data-model.ts';
import { giveWay } from './give-way.ts';
import { spread } from './suggest/sample-values.ts';
import { suggestColumns } from './suggest/suggest-columns.ts';
import { RowCutter } from './table/cut-rows.ts';
import { TextDecoding } from './table/decode-text.ts';
import { findDialect, lengthOfExcelHint } from './table/find-dialect.ts';
import { whyNoTable } from './table/find-encoding.ts';
import { findHeader, headersOf } from './table/find-header.ts';
import { openBytes } from './table/open-bytes.ts';
import { readStart } from './table/read-start.ts';
import { describeTableError } from './table/read-table.ts';

/** What a picked file is here: a `File`, or anything that can be read like one. */
export type ImportableFile = Blob & PickedFile;

/** What a person may have set by hand; the rest is found again around it. */
export type ChangedByHand = Partial<
  Pick<ImportPlan, 'rows' | 'encoding' | 'delimiter' | 'quote' | 'hasHeader'>
>;

const PREVIEW_ROWS = 20;
/** Spread over the start of the file; the answer says how many there were. */
const SAMPLE_ROWS = 2_000;

export interface InspectContext {
  readonly model: DataModel;
  readonly timeZone: TimeZone;
}

/** Finds out how a file is to be read, and what of it should be asked. Writes nothing. */
export async function inspectFile(
  file: ImportableFile,
  context: InspectContext,
  changed: ChangedByHand = {},
): Promise<Result<FileInspection, InspectError>> {
  if (file.size === 0) return err({ kind: 'file-empty' });
  const text = await readStartOfText(file, changed);
  if (!text.ok) return text;
  const { dialect, rows } = cutStart(text.value, changed);
  if (rows.length === 0) return err({ kind: 'file-empty' });
  const hasHeader = changed.hasHeader ?? findHeader(rows);
  const data = hasHeader ? rows.slice(1) : rows;
  const sample = spread(data, SAMPLE_ROWS);
  const headers = headersOf(rows, hasHeader);
  const suggested = suggestColumns({
    headers,
    rows: data,
    sample,
    fileName: file.name,
    ...context,
    kind: changed.rows,
  });
  const plan: ImportPlan = {
    ...suggested.plan,
    encoding: text.value.encoding,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    hasHeader,
    timeZone: context.timeZone,
    consentProof: '',
  };
  return ok({
    fileName: file.name,
    bytes: file.size,
    gzip: text.value.gzip,
    plan,
    preview: data.slice(0, PREVIEW_ROWS),
    columns: suggested.columns,
    sampledRows: sample.length,
  });
}

interface StartOfText {
  readonly text: string;
  readonly isWhole: boolean;
  readonly encoding: ImportPlan['encoding'];
  readonly gzip: boolean;
}

async function readStartOfText(
  file: ImportableFile,
  changed: ChangedByHand,
): Promise<Result<StartOfText, InspectError>> {
  const source = await openBytes(file);
  const start = await readStart(source, giveWay);
  if (!start.ok) {
    const message =
      start.error.kind === 'file-changed'
        ? 'The file was changed or moved after it was chosen. Choose it again.'
        : describeTableError(start.error);
    return err({ kind: 'file-unreadable', message });
  }
  const { bytes, isWhole } = start.value;
  const reason = whyNoTable(bytes);
  if (reason !== undefined) return err({ kind: 'not-a-table', message: reason });
  const encoding = changed.encoding ?? start.value.encoding;
  const text = new TextDecoding(encoding).push(bytes);
  if (text.ok) return ok({ text: text.value, isWhole, encoding, gzip: source.gzip });
  const message = describeTableError({
    kind: 'undecodable',
    encoding,
    offset: text.error.offset,
    rowsBefore: undefined,
  });
  return err({ kind: 'file-unreadable', message });
}

function cutStart({ text, isWhole }: StartOfText, { delimiter, quote }: ChangedByHand) {
  const found = findDialect(text, isWhole);
  const dialect = { ...found, delimiter: delimiter ?? found.delimiter, quote: quote ?? found.quote };
  const cutter = new RowCutter(dialect);
  const whole = cutter.push(text.slice(lengthOfExcelHint(text))).rows;
  // A row at the very end of the start may go on; if nothing else was found, it still is one.
  const isLast = isWhole || whole.length === 0;
  return { dialect, rows: isLast ? [...whole, ...cutter.end().rows] : whole };
}
