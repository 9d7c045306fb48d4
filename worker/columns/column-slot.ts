import { assert } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { StoredColumn } from './column.ts';
import type { ColumnName } from './column-name.ts';
import type { ColumnManifest, LoadError, ReadPage } from './manifest.ts';
import type { Page } from './page.ts';
import { decodePage } from './page.ts';
import { pageName } from './page-name.ts';

/** How a column is made and read; one for each kind. */
export interface ColumnForm<Column extends StoredColumn> {
  readonly create: () => Column;
  readonly decode: (pages: readonly Page[]) => Result<Column, string>;
}

type Change<Column> = (column: Column) => void;

let lastVersion = 0;

/** Unique in this process, so that a version stands for one content, whichever population has it. */
export function nextVersion(): number {
  lastVersion += 1;
  return lastVersion;
}

/**
 * The place of one column in a population: loaded or not, shared with a stage or not. A write to a
 * shared column copies it first; a write to one that is not loaded waits until it is.
 */
export class ColumnSlot<Column extends StoredColumn> {
  readonly name: ColumnName;
  readonly #form: ColumnForm<Column>;
  #column: Column | undefined;
  #isShared = false;
  #waiting: Change<Column>[] = [];
  #stored: ColumnManifest | undefined;
  #isDirty: boolean;
  #version = nextVersion();
  #loading: Promise<Result<null, LoadError>> | undefined;

  /** With a manifest the column is read on demand, without one it begins empty. */
  constructor(name: ColumnName, form: ColumnForm<Column>, stored?: ColumnManifest) {
    this.name = name;
    this.#form = form;
    this.#stored = stored;
    this.#isDirty = stored === undefined;
    if (stored === undefined) this.#column = form.create();
  }

  get version(): number {
    return this.#version;
  }

  get isLoaded(): boolean {
    return this.#column !== undefined;
  }

  /** Whether the stored pages are not all there is. */
  get isDirty(): boolean {
    return this.#isDirty;
  }

  get stored(): ColumnManifest | undefined {
    return this.#stored;
  }

  /** Rows without what waits; known before the column is loaded. */
  get rows(): number {
    return this.#column?.rows ?? this.#stored?.rows ?? 0;
  }

  get bytes(): number {
    return this.#column?.bytes ?? 0;
  }

  read(): Column {
    assert(this.#column !== undefined, `column ${this.name} is read before it is loaded`);
    return this.#column;
  }

  write(change: Change<Column>): void {
    const column = this.writable();
    if (column === undefined) this.#waiting.push(change);
    else change(column);
  }

  /** The column to write to now, or `undefined` while it is not loaded: then `write` makes the change wait. */
  writable(): Column | undefined {
    this.touch();
    if (this.#column !== undefined && this.#isShared) {
      // Columns copy to their own class.
      this.#column = this.#column.copy() as Column;
      this.#isShared = false;
    }
    return this.#column;
  }

  replace(column: Column): void {
    this.touch();
    this.#column = column;
    this.#isShared = false;
    this.#waiting = [];
  }

  touch(): void {
    this.#isDirty = true;
    this.#version = nextVersion();
  }

  /** A slot with the same content; from now on each side copies before it writes. */
  fork(): ColumnSlot<Column> {
    const fork = new ColumnSlot(this.name, this.#form, this.#stored);
    this.#isShared = true;
    fork.#isShared = true;
    fork.#column = this.#column;
    fork.#waiting = [...this.#waiting];
    fork.#isDirty = this.#isDirty;
    fork.#version = this.#version;
    return fork;
  }

  async load(readPage: ReadPage): Promise<Result<null, LoadError>> {
    if (this.#column !== undefined) return ok(null);
    this.#loading ??= this.#read(readPage).finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  /** Lets go of the column if it can be loaded again as it is. */
  release(): void {
    if (!this.#isDirty && this.#stored !== undefined) this.#column = undefined;
  }

  /** Its pages are safe in storage, as of `version`. */
  storedAs(manifest: ColumnManifest, version: number): void {
    this.#stored = manifest;
    if (this.#version === version) this.#isDirty = false;
    else assert(this.#column !== undefined, `column ${this.name} has changes to pages that are gone`);
  }

  async #read(readPage: ReadPage): Promise<Result<null, LoadError>> {
    const pages: Page[] = [];
    const references = this.#stored?.pages ?? [];
    const contents = await Promise.all(references.map(({ name }) => readPage(name)));
    for (const [i, reference] of references.entries()) {
      const content = contents[i];
      if (content === undefined)
        return this.#failed('page-missing', reference.name, 'A page of it is missing.');
      if (content.byteLength % 8 !== 0 || pageName(content) !== reference.name) {
        return this.#failed('page-damaged', reference.name, 'A page of it is not what was stored.');
      }
      const page = decodePage(content);
      if (!page.ok)
        return this.#failed('page-damaged', reference.name, `A page of it cannot be read: ${page.error}.`);
      pages.push(page.value);
    }
    const column = this.#form.decode(pages);
    if (!column.ok) {
      return this.#failed(
        'page-damaged',
        references[0]?.name ?? '',
        `Its pages do not fit together: ${column.error}.`,
      );
    }
    this.#column = column.value;
    // Columns are views of their pages, and pages belong to who read them.
    this.#isShared = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const change of waiting) this.write(change);
    return ok(null);
  }

  #failed(kind: LoadError['kind'], page: string, message: string): Result<never, LoadError> {
    return err({ kind, page, column: this.name, message });
  }
}
