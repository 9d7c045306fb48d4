import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { COLUMN_CODES, type StoredColumn } from './column.ts';
import { IdColumn } from './id-column.ts';
import { NumberColumn } from './number-column.ts';
import type { Page } from './page.ts';
import { TextColumn } from './text-column.ts';
import { appendColumn } from './value-column.ts';

/** Id, source and import number of events: what only writing, ties and a profile's page need. */
export class EventIds implements StoredColumn {
  readonly kind = 'event-ids';
  readonly ids: IdColumn;
  readonly sources: TextColumn;
  readonly importNumbers: NumberColumn;

  constructor(ids = new IdColumn(), sources = new TextColumn(), importNumbers = new NumberColumn('number')) {
    this.ids = ids;
    this.sources = sources;
    this.importNumbers = importNumbers;
  }

  get rows(): number {
    return this.ids.rows;
  }

  append(batch: {
    readonly ids: readonly string[];
    readonly source: string;
    readonly importNumber: number;
  }): void {
    const sourceCode = batch.source === '' ? 0 : this.sources.dictionary.add(batch.source) + 1;
    for (const id of batch.ids) {
      const row = this.rows;
      this.sources.setCode(row, sourceCode);
      this.importNumbers.set(row, batch.importNumber);
      this.ids.push(id);
    }
  }

  appendAll(other: EventIds): void {
    const at = this.rows;
    for (let row = 0; row < other.rows; row++) this.ids.push(other.ids.get(row));
    appendColumn(this.sources, at, other.sources);
    appendColumn(this.importNumbers, at, other.importNumbers);
  }

  has(source: string, id: string): boolean {
    const wanted = source === '' ? undefined : source;
    return this.ids.find(id, (row) => this.sources.get(row) === wanted) >= 0;
  }

  copy(): EventIds {
    return new EventIds(this.ids.copy(), this.sources.copy(), this.importNumbers.copy());
  }

  gathered(order: Uint32Array): EventIds {
    return new EventIds(
      this.ids.gathered(order),
      this.sources.gathered(order),
      this.importNumbers.gathered(order),
    );
  }

  settle(): void {
    this.ids.settle();
    this.sources.settle();
    this.importNumbers.settle();
  }

  get bytes(): number {
    return this.ids.bytes + this.sources.bytes + this.importNumbers.bytes;
  }

  *pages(): Iterable<Page> {
    yield* this.ids.pages();
    yield* this.sources.pages();
    yield* this.importNumbers.pages();
  }

  static decode(pages: readonly Page[]): Result<EventIds, string> {
    const ofKind = (code: number) => pages.filter((page) => page.part >>> 4 === code);
    const ids = IdColumn.decode(ofKind(COLUMN_CODES.ids));
    if (!ids.ok) return ids;
    const sources = TextColumn.decode(ofKind(COLUMN_CODES.text));
    if (!sources.ok) return sources;
    const importNumbers = NumberColumn.decode('number', ofKind(COLUMN_CODES.number));
    if (!importNumbers.ok) return importNumbers;
    return ok(new EventIds(ids.value, sources.value, importNumbers.value));
  }
}
