import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Page, Section } from './page.ts';
import { ROWS_PER_PAGE } from './page.ts';
import { Presence } from './presence.ts';
import type { RowRange } from './scan.ts';

/** Row ranges of the pages of a column; at least one, so that an empty column is stored too. */
export function* rowRanges(rows: number): Iterable<RowRange> {
  for (let from = 0; from < rows || from === 0; from += ROWS_PER_PAGE)
    yield { from, to: Math.min(rows, from + ROWS_PER_PAGE) };
}

type SectionClass = { new (length: number): Section; readonly BYTES_PER_ELEMENT: number };

/**
 * Puts pages of rows together again. Each has its values in the first section and, where asked for, its
 * gaps in the second. One page is taken as it is, without a copy.
 */
export function joinRows(
  pages: readonly Page[],
  part: number,
  classes: readonly SectionClass[],
): Result<
  { readonly values: Section; readonly presence: Presence | undefined; readonly rows: number },
  string
> {
  let rows = 0;
  const gaps: { words: Uint32Array; rows: number }[] = [];
  const first = pages[0]?.sections[0];
  const valueClass = classes.find((known) => first instanceof known);
  if (first === undefined || valueClass === undefined) return err('it has no values');
  for (const page of pages) {
    const [values, words] = page.sections;
    if (page.part !== part) return err('it belongs to another kind of column');
    if (page.first !== rows) return err(`it starts at row ${page.first} instead of ${rows}`);
    if (!(values instanceof valueClass) || values.length !== page.rows)
      return err('its values do not fit its rows');
    if (words instanceof Uint32Array) gaps.push({ words, rows: page.rows });
    rows += page.rows;
  }
  const presence = gaps.length === pages.length ? Presence.fromSections(gaps) : undefined;
  if (pages.length === 1) return ok({ values: first, presence, rows });
  const values = new valueClass(rows);
  for (const page of pages) values.set(page.sections[0] as Section, page.first);
  return ok({ values, presence, rows });
}
