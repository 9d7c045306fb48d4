import type { ImportSummary } from '../../../shared/import-api.ts';
import type { ImportStage } from '../../replica/import-stage.ts';
import type { CutRows } from '../table/cut-rows.ts';
import type { CompiledPlan } from './compile-plan.ts';
import type { Definitions } from './definitions.ts';
import { EventCells } from './event-cells.ts';
import type { FailedRows } from './failed-rows.ts';
import { ProfileFinder } from './find-profile.ts';
import { ProfileCells } from './profile-cells.ts';

export interface RowTarget {
  readonly stage: ImportStage;
  readonly plan: CompiledPlan;
  readonly definitions: Definitions;
  /** How many cells a row may have. */
  readonly width: number;
  /** Where new profiles come from. */
  readonly source: string;
  readonly failedRows: FailedRows;
}

/** Writes rows to a stage. A row is all or nothing: it is judged as a whole before any of it is written. */
export class RowImporter {
  readonly #to: RowTarget;
  readonly #finder: ProfileFinder;
  readonly #profileCells: ProfileCells;
  readonly #eventCells: EventCells | undefined;
  /** Ordinals from here on are profiles that this import made. */
  readonly #firstNew: number;
  readonly #changed = new Set<number>();
  #rowCount = 0;
  #unchangedRows = 0;

  constructor(to: RowTarget) {
    const { stage, plan, definitions, source } = to;
    this.#to = to;
    this.#finder = new ProfileFinder(stage, plan, source);
    this.#profileCells = new ProfileCells(stage, plan, definitions);
    this.#eventCells = plan.events && new EventCells(stage, plan.events, plan, definitions);
    this.#firstNew = stage.population.profileCount;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  take(row: readonly string[], number: number): void {
    if (row.every((cell) => cell.trim() === '')) return;
    this.#rowCount += 1;
    const reason =
      row.length > this.#to.width && row.slice(this.#to.width).some((cell) => cell.trim() !== '')
        ? 'The row has more cells than there are columns.'
        : this.#write(row);
    if (reason !== undefined) this.#to.failedRows.add(number, row, reason);
  }

  takeBroken({ number, text }: CutRows['broken'][number]): void {
    this.#rowCount += 1;
    this.#to.failedRows.add(number, [text], 'A quotation mark is not closed, or not doubled inside quotes.');
  }

  /** Requires that all rows were taken. */
  finish(): Omit<ImportSummary, 'id' | 'at' | 'state' | 'fileName' | 'rows'> {
    this.#eventCells?.finish();
    const { failedRows, stage } = this.#to;
    return {
      rowCount: this.#rowCount,
      createdProfiles: stage.population.profileCount - this.#firstNew,
      changedProfiles: this.#changed.size,
      unchangedRows: this.#unchangedRows,
      addedEvents: this.#eventCells?.addedCount ?? 0,
      failedRows: failedRows.count,
      failuresByReason: failedRows.byReason(),
      keptAside: [...this.#profileCells.keptAside].map(([header, count]) => ({ header, count })),
      heldOptIns: this.#profileCells.heldOptIns,
    };
  }

  /** Gives why the row failed, and then nothing of it was written. */
  #write(row: readonly string[]): string | undefined {
    const failure = this.#profileCells.check(row) ?? this.#eventCells?.check(row);
    if (failure !== undefined) return failure;
    const found = this.#finder.find(row);
    if (found.kind === 'failed') return found.reason;
    const isNewEvent = this.#eventCells?.isNew(row) ?? false;
    const ordinal = found.kind === 'known' ? found.ordinal : this.#finder.create();
    const isChanged = found.kind === 'known' && this.#finder.setKeys(ordinal);
    const isWritten = this.#profileCells.write(row, ordinal);
    if (isNewEvent) this.#eventCells?.add(ordinal);
    if ((isChanged || isWritten) && ordinal < this.#firstNew) this.#changed.add(ordinal);
    if (found.kind === 'known' && !isChanged && !isWritten && !isNewEvent) this.#unchangedRows += 1;
    return undefined;
  }
}
