import type { Encoding } from '../../../shared/import-api.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { EncodingTest, encodingByMark } from './find-encoding.ts';
import type { ByteSource } from './open-bytes.ts';
import { readBytes, type TableError } from './read-table.ts';

/** The start of a file, and what all of it says about its encoding. */
export interface FileStart {
  readonly bytes: Uint8Array;
  /** There is no more of it. */
  readonly isWhole: boolean;
  readonly encoding: Encoding;
}

/** What is looked at for columns, types and samples. */
const START_BYTES = 4_000_000;
/** Up to here the encoding is tested. A byte beyond that does not fit stops the import, and is named. */
const TESTED_BYTES = 128_000_000;

export async function readStart(
  source: ByteSource,
  giveWay: () => Promise<void>,
): Promise<Result<FileStart, Exclude<TableError, { kind: 'undecodable' }>>> {
  const test = new EncodingTest();
  const pieces: Uint8Array[] = [];
  let kept = 0;
  let tested = 0;
  let marked: Encoding | undefined;
  for (;;) {
    const next = await readBytes(source);
    if (!next.ok) return err(next.error);
    if (next.value === null) {
      return ok({ bytes: joined(pieces, kept), isWhole: kept === tested, encoding: marked ?? test.end() });
    }
    if (kept < START_BYTES) {
      pieces.push(next.value);
      kept += next.value.byteLength;
      marked = encodingByMark(joined(pieces.slice(0, 4), 4));
    }
    tested += next.value.byteLength;
    if (marked === undefined) test.push(next.value);
    const isKnown = marked !== undefined || test.isDecided || tested >= TESTED_BYTES;
    if (kept >= START_BYTES && isKnown) {
      await source.close();
      return ok({
        bytes: joined(pieces, kept),
        isWhole: false,
        encoding: marked ?? (test.isDecided ? 'windows-1252' : 'utf-8'),
      });
    }
    if (kept >= START_BYTES) await giveWay();
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    all.set(part, at);
    at += part.byteLength;
  }
  return all;
}
