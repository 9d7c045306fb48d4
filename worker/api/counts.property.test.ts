import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHANNELS } from '../../shared/profile/data-model.ts';
import type { SegmentDefinition } from '../../shared/segment/definition.ts';
import { interpret } from '../../shared/segment/interpret.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { definitions } from '../../shared/testing/arbitrary-definitions.ts';
import { aDataModel } from '../../shared/testing/builders.ts';
import { foldJournal } from '../replica/fold.ts';
import { undoImport } from '../replica/undo-import.ts';
import { mutations } from '../testing/arbitrary-mutations.ts';
import { createTestWorkspace, valueIn } from '../testing/replica-state.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { importRows, type TestRow } from '../testing/test-import.ts';
import { openPage, type TestPage } from '../testing/test-session.ts';
import { resolveContext } from './session.ts';

type Step =
  | { readonly kind: 'mutate'; readonly mutation: Mutation }
  | { readonly kind: 'import'; readonly rows: readonly TestRow[] }
  | { readonly kind: 'undo'; readonly which: number }
  | { readonly kind: 'fold' | 'reopen' }
  | { readonly kind: 'evaluate'; readonly definition: SegmentDefinition };

const model = aDataModel();
const { now } = new TestBrowser();

const rows: fc.Arbitrary<readonly TestRow[]> = fc.array(
  fc.record(
    {
      email: fc.constantFrom('a@b.se', 'c@d.se', 'e@f.se', 'g@h.se'),
      city: fc.constantFrom('Lund', 'LUND', 'Malmö'),
      tag: fc.constantFrom('gold', 'silver'),
      news: fc.constantFrom('opted-in', 'opted-out', 'pending'),
      visits: fc
        .array(fc.constantFrom('e1', 'e2', 'e3', 'e4'), { maxLength: 3 })
        .map((ids) => [...new Set(ids)]),
    },
    { requiredKeys: ['email'] },
  ),
  { maxLength: 6 },
);

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: mutations(model, now).map((mutation): Step => ({ kind: 'mutate', mutation })) },
    { weight: 2, arbitrary: rows.map((given): Step => ({ kind: 'import', rows: given })) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map((which): Step => ({ kind: 'undo', which })) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'fold' }, { kind: 'reopen' }) },
    {
      weight: 6,
      arbitrary: definitions({ dataModel: model, now }).map(
        (definition): Step => ({ kind: 'evaluate', definition }),
      ),
    },
  ),
  { minLength: 5, maxLength: 40 },
);

test('[SEG-14] after any edits, imports and undoings, counts are those from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const browser = new TestBrowser();
      let page = openPage(browser);
      await createTestWorkspace(page.replica);
      for (const step of script) {
        browser.now += 1_000;
        if (step.kind === 'mutate') await page.api.mutate(step.mutation);
        else if (step.kind === 'import') valueIn(await importRows(page.replica, step.rows));
        else if (step.kind === 'undo') await undoOne(page, step.which);
        else if (step.kind === 'fold') valueIn(await foldJournal(page.replica));
        else if (step.kind === 'evaluate') await compare(page, step.definition, browser.now);
        else {
          browser.kill();
          page = openPage(browser);
        }
      }
      browser.kill();
    }),
    { numRuns: 60 },
  );
}, 180_000);

async function undoOne({ replica }: TestPage, which: number): Promise<void> {
  const { imports } = valueIn(await replica.open());
  const row = imports[which % Math.max(1, imports.length)];
  if (row !== undefined) valueIn(await undoImport(replica, row.id));
}

/** The interpreter reads every profile anew; the engine has kept what it could. */
async function compare({ api, replica }: TestPage, definition: SegmentDefinition, at: number): Promise<void> {
  const counted = valueIn(await api.evaluate({ lane: 'x', definition, now: at }));
  const open = valueIn(await replica.open());
  const { population } = open;
  valueIn(await population.load(population.columnNames()));
  const { meaning } = resolve(definition, resolveContext(open, at)).root;
  expect(counted.total === null).toBe(meaning === undefined);
  if (meaning === undefined) return;
  const members = population.live
    .toArray()
    .filter((ordinal) => interpret(meaning, population.profileAt(ordinal)));
  expect(counted.total).toBe(members.length);
  for (const channel of CHANNELS) {
    const topics = model.topics.filter(({ channels }) => channels.includes(channel)).map(({ id }) => id);
    const canReceive = { kind: 'can-receive', channel, match: 'any', topics } as const;
    const reached = members.filter((ordinal) => interpret(canReceive, population.profileAt(ordinal)));
    expect(counted.reach?.[channel]).toBe(reached.length);
  }
  expect(counted.population).toBe(population.live.count());
}
