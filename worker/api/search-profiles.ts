import { Bitmap } from '../../shared/kernel/bitmap.ts';
import { fold } from '../../shared/kernel/fold.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { ok } from '../../shared/kernel/result.ts';
import { normalizeText } from '../../shared/kernel/text.ts';
import type { Resolved, ResolvedTest } from '../../shared/segment/resolved.ts';
import type { WorkerError } from '../../shared/worker-api.ts';
import { keyColumn } from '../columns/column-name.ts';
import type { Population } from '../columns/population.ts';
import { columnsOf } from '../engine/engine.ts';
import { testValues } from '../engine/test-values.ts';
import { loadColumns } from '../replica/load-workspace.ts';
import type { OpenWorkspace } from '../replica/open-workspace.ts';
import { NAMING_ATTRIBUTES } from './profile-row.ts';
import type { Session } from './session.ts';

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
    await session.breathe();
    const withWord = session.engine.evaluate(population, inNames(word)).orWith(inKeys(population, word));
    // What was appended meanwhile shows at the next search.
    found.andWith(withWord.resized(found.length));
  }
  for (const [key, search] of session.searches) if (search.version !== version) session.searches.delete(key);
  for (const key of [...session.searches.keys()].slice(0, -KEPT)) session.searches.delete(key);
  session.searches.set(cacheKey, { version, found });
  return ok(found);
}

function inNames(word: string): Resolved {
  return {
    kind: 'any',
    of: NAMING_ATTRIBUTES.map((attribute) => ({
      kind: 'attribute',
      attribute,
      type: 'text',
      test: containing(word),
    })),
  };
}

/** Keys are no attributes, so no condition reads them. */
function inKeys(population: Population, word: string): Bitmap {
  const everyRow = { from: 0, to: population.profileCount };
  const found = new Bitmap(population.profileCount);
  for (const keyspace of population.keyspaces()) {
    const words = testValues(population.keyTexts(keyspace), containing(word), everyRow);
    found.orWith(new Bitmap(population.profileCount, words));
  }
  return found;
}

function containing(word: string): ResolvedTest {
  return { kind: 'text', how: 'contains', values: [word], exact: false };
}
