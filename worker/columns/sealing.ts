import { assert } from '../../shared/kernel/assert.ts';
import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import { type ColumnName, subjectOf } from './column-name.ts';
import type { AnySlot, ColumnSet } from './column-set.ts';
import { countFilled } from './count-filled.ts';
import type { FillMemory } from './fill-memory.ts';
import type { ColumnManifest, EncodedPage, PageName, PageReference, PopulationManifest } from './manifest.ts';
import { encodePage } from './page.ts';
import { pageName } from './page-name.ts';

/** A fixed state on its way to storage. Store the pages, then the manifest, then call `stored`. */
export class Sealing {
  readonly #slots: readonly {
    readonly original: AnySlot;
    readonly fixed: AnySlot;
    readonly version: number;
  }[];
  readonly #profileCount: number;
  readonly #live: Bitmap;
  readonly #filled: ReadonlyMap<ColumnName, number | undefined>;
  readonly #manifests = new Map<ColumnName, ColumnManifest>();
  #isEncoded = false;

  /** Requires that all dirty columns are loaded, and that no events wait in tails. */
  constructor(
    columns: ColumnSet,
    at: { readonly profileCount: number; readonly live: Bitmap; readonly fills: FillMemory },
  ) {
    const fixed = new Map(Array.from(columns.fork().all(), (slot) => [slot.name, slot]));
    this.#slots = Array.from(columns.all()).flatMap((original) => {
      const fork = fixed.get(original.name);
      return fork === undefined ? [] : [{ original, fixed: fork, version: original.version }];
    });
    this.#profileCount = at.profileCount;
    this.#live = at.live;
    this.#filled = new Map(
      this.#slots.map(({ original: { name } }) => [name, at.fills.known(columns, name)]),
    );
  }

  /** Only pages that the last stored manifest did not have; encoded one at a time. */
  *pages(): Generator<EncodedPage, void> {
    const known = new Set<PageName>(
      this.#slots.flatMap(({ fixed }) => fixed.stored?.pages.map(({ name }) => name) ?? []),
    );
    for (const { fixed } of this.#slots) {
      if (fixed.stored !== undefined && !fixed.isDirty) {
        this.#manifests.set(fixed.name, { ...fixed.stored, filled: this.#filledOf(fixed) });
        continue;
      }
      const references: PageReference[] = [];
      fixed.read().settle();
      for (const page of fixed.read().pages()) {
        const content = encodePage(page);
        const reference = { name: pageName(content), bytes: content.byteLength };
        references.push(reference);
        if (known.has(reference.name)) continue;
        known.add(reference.name);
        yield { ...reference, content };
      }
      this.#manifests.set(fixed.name, {
        name: fixed.name,
        rows: fixed.rows,
        filled: this.#filledOf(fixed),
        pages: references,
      });
    }
    this.#isEncoded = true;
  }

  /** Requires that `pages` was run to its end. */
  manifest(): PopulationManifest {
    assert(this.#isEncoded, 'a manifest is asked for before its pages');
    return { format: 1, profileCount: this.#profileCount, columns: [...this.#manifests.values()] };
  }

  /** The manifest is safe: columns not changed since are clean, and can be released. */
  stored(): void {
    for (const { original, version } of this.#slots) {
      const manifest = this.#manifests.get(original.name);
      if (manifest !== undefined) original.storedAs(manifest, version);
    }
  }

  #filledOf(slot: AnySlot): number | null {
    if (subjectOf(slot.name).kind === 'event-property') return null;
    return this.#filled.get(slot.name) ?? (slot.isLoaded ? countFilled(slot.read(), this.#live) : null);
  }
}
