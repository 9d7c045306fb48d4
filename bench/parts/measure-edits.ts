import { createEngine } from '../../worker/engine/engine.ts';
import { EVENT_SHARES, TAG_SHARES } from '../crowd/crowd-model.ts';
import { COUNTRIES, FAMILY_NAMES } from '../crowd/crowd-words.ts';
import { CACHE_BYTES } from '../engines/shoal.ts';
import { prepare, type Say, type Size } from './prepare.ts';
import { quantile } from './statistics.ts';

export interface EditFigures {
  readonly edit: string;
  readonly edits: number;
  /** Milliseconds from the edited definition to the counts of all its nodes. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What is edited, and the leaf after edit number k: another one each time, so that none is remembered. */
const EDITS: Readonly<Record<string, { readonly edits: number; readonly leaf: (k: number) => object }>> = {
  attribute: {
    edits: 48,
    leaf: (k) =>
      k % 2 === 0
        ? attribute('country', { kind: 'is', values: [COUNTRIES[(k / 2) % COUNTRIES.length]] })
        : attribute('lifetime_value', { kind: 'between', from: 10 * k, to: 10 * k + 900 }),
  },
  tag: { edits: 48, leaf: (k) => ({ id: 'edited', kind: 'tag', match: 'any', tags: someTags(k + 1) }) },
  '30-day events': {
    edits: 48,
    leaf: (k) =>
      events(EVENT_SHARES[k % EVENT_SHARES.length]?.key, 30, 1 + Math.floor(k / EVENT_SHARES.length)),
  },
  '365-day events': {
    edits: 24,
    leaf: (k) =>
      events(EVENT_SHARES[k % EVENT_SHARES.length]?.key, 365, 1 + Math.floor(k / EVENT_SHARES.length)),
  },
  'text search': {
    edits: 24,
    leaf: (k) =>
      attribute('email', { kind: 'contains', values: [FAMILY_NAMES[k * 53]?.slice(0, 3 + (k % 4))] }),
  },
};

/** One leaf of an open definition changes; the other leaves are remembered from before. */
export async function measureEdits(options: Size, say: Say): Promise<readonly EditFigures[]> {
  const { shoal } = await prepare(options, say);
  const engine = createEngine({ cacheBytes: CACHE_BYTES });
  const figures: EditFigures[] = [];
  for (const [edit, { edits, leaf }] of Object.entries(EDITS)) {
    engine.countNodes(
      shoal.population,
      shoal.parseAndResolve(draftWith(attribute('tier', { kind: 'has-value' }))),
    );
    const times: number[] = [];
    for (let k = 0; k < edits; k += 1) {
      const draft = draftWith(leaf(k));
      const start = performance.now();
      engine.countNodes(shoal.population, shoal.parseAndResolve(draft));
      times.push(performance.now() - start);
    }
    figures.push({
      edit,
      edits,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      max: Math.max(...times),
    });
    await say(
      `edits of ${edit}: p50 ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms`,
    );
  }
  return figures;
}

/** A segment of six leaves in three groups, as somebody might be building it. */
function draftWith(edited: object): object {
  const group = (id: string, match: 'all' | 'any', ...children: readonly object[]) => ({
    id,
    kind: 'group',
    match,
    children,
  });
  const named = (id: string, leaf: object) => ({ ...leaf, id });
  const left = group('left', 'any', named('ordered', events('order', 180, 1)), {
    id: 'complained',
    kind: 'tag',
    match: 'any',
    tags: ['complained'],
  });
  const root = group(
    'root',
    'all',
    group('kind', 'any', edited, named('tier', attribute('tier', { kind: 'is', values: ['Silver'] }))),
    named('opened', events('email_opened', 90, 1)),
    { ...left, negated: true },
    named('born', attribute('birth_date', { kind: 'has-value' })),
  );
  return { version: 1, root };
}

function attribute(id: string, test: object): object {
  return { id: 'edited', kind: 'attribute', attribute: id, predicate: { test } };
}

function events(type: string | undefined, days: number, atLeast: number): object {
  return {
    id: 'edited',
    kind: 'event',
    eventTypes: [type],
    window: { kind: 'in-last', amount: days, unit: 'day' },
    measure: { kind: 'count', compare: { kind: 'at-least', value: atLeast } },
  };
}

/** Tag sets by number: its bits say which tags. */
function someTags(bits: number): readonly string[] {
  return Object.keys(TAG_SHARES).filter((_, index) => ((bits >> index) & 1) === 1);
}
