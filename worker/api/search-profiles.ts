import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import { fold } from '../../shared/kernel/fold.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { normalizeText } from '../../shared/kernel/text.ts';
import type { Resolved } from '../../shared/segment/resolved.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import { keyColumn } from '../columns/column-name.ts';
import type { Population } from '../columns/population.ts';
import { columnsOf } from '../engine/engine.ts';
import { loadColumns } from '../replica/load-workspace.ts';
import type { OpenWorkspace } from '../replica/open-workspace.ts';
import { NAMING_ATTRIBUTES } from './profile-row.ts';
import type { Session } from './session.ts';

/** Keys looked at before other work gets its turn. */
const STRIDE = 50_000;
/** Searches remembered: one list scrolls, another may be open in a dialog. */
const KEPT = 4;

/**
 * Live profiles in whose name, addresses or keys every word of `text` occurs, compared folded (SEG-7).
 * Without a word it is all of them.
 */
export async function searchProfiles(
  session: Session,
  { population }: OpenWorkspace,
  text: string,
): Promise<Result<Bitmap, WorkerError>> {
  const words = fold(normalizeText(text))
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return ok(population.live);
  const { version } = session.replica;
  const cacheKey = words.join(' ');
  const known = session.searches.get(cacheKey);
  if (known?.version === version) return ok(known.found);

  const loaded = await loadColumns(population, [
    ...words.flatMap((word) => [...columnsOf(population, inNames(word))]),
    ...population.keyspaces().map(keyColumn),
  ]);
  if (!loaded.ok) return loaded;
  const found = population.live.clone();
  for (const word of words) {
    const withWord = session.engine.evaluate(population, inNames(word));
    await addKeyHolders(session, population, { word, among: found, into: withWord });
    // What was appended meanwhile shows at the next search.
    found.andWith(withWord.resized(found.length));
  }
  for (const [key, search] of session.searches) if (search.version !== version) session.searches.delete(key);
  for (const key of [...session.searches.keys()].slice(0, -KEPT)) session.searches.delete(key);
  session.searches.set(cacheKey, { version, found });
  return ok(found);
}

function inNames(word: string): Resolved {
  const test = { kind: 'text', how: 'contains', values: [word], exact: false } as const;
  return {
    kind: 'any',
    of: NAMING_ATTRIBUTES.map((attribute) => ({ kind: 'attribute', attribute, type: 'text', test })),
  };
}

/** Adds those of `among` that a key names by `word`. */
async function addKeyHolders(
  session: Session,
  population: Population,
  { word, among, into }: { readonly word: string; readonly among: Bitmap; readonly into: Bitmap },
): Promise<void> {
  const keyspaces = population.keyspaces();
  const left = among.andNot(into.resized(among.length));
  let looked = 0;
  for (const ordinal of left.toArray()) {
    if (keyspaces.some((keyspace) => fold(population.keyAt(ordinal, keyspace) ?? '').includes(word)))
      into.add(ordinal);
    looked += 1;
    if (looked % STRIDE === 0) await session.breathe();
  }
}
