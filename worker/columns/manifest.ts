import type { ColumnName } from './column-name.ts';

/** What a population consists of: plain JSON, to be stored beside its pages and replaced in one step. */
export interface PopulationManifest {
  readonly format: 1;
  readonly profileCount: number;
  readonly columns: readonly ColumnManifest[];
}

export interface ColumnManifest {
  readonly name: ColumnName;
  /** Rows stored: profiles, or events of the type. Later rows have no value. */
  readonly rows: number;
  /** Live profiles with a value (for event rows: with an event); `null` if it was not known. */
  readonly filled: number | null;
  /** In order; each page says by itself what it holds. */
  readonly pages: readonly PageReference[];
}

export interface PageReference {
  /** Named by its content: equal names are equal bytes, so pages are never rewritten. */
  readonly name: PageName;
  readonly bytes: number;
}

/** 32 hexadecimal digits. */
export type PageName = string;

export interface EncodedPage extends PageReference {
  readonly content: ArrayBuffer;
}

/** Gives the bytes of a stored page, or `undefined` if there is none of that name. */
export type ReadPage = (name: PageName) => Promise<ArrayBuffer | undefined>;

/** Why a column could not be loaded; what was loaded before stays as it was. */
export interface LoadError {
  readonly kind: 'page-damaged' | 'page-missing';
  readonly page: PageName;
  readonly column: ColumnName;
  readonly message: string;
}
