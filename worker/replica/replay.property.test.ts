import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mutation } from '../../shared/sync/mutation.ts';
import { aDataModel } from '../../shared/testing/builders.ts';
import { mutations } from '../testing/arbitrary-mutations.ts';
import { createTestWorkspace, stateOf, valueIn } from '../testing/replica-state.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { foldJournal } from './fold.ts';
import type { Replica } from './replica.ts';
import { sweepPages } from './sweep.ts';

interface Work {
  readonly inTab: number;
  /** For `mutate`. */
  readonly mutation?: Mutation;
  /** `renew` closes the tab and opens it again; until it is asked something, the other is alone. */
  readonly kind: 'mutate' | 'fold' | 'sweep' | 'renew';
}
interface Event {
  readonly kind: 'reopen' | 'wait' | 'lose-messages';
}
type Step = Work | Event;

const TABS = 2;
const now = new TestBrowser().now;
const inTab = fc.nat({ max: TABS - 1 });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('mutate' as const),
        mutation: mutations(aDataModel(), now),
        inTab,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('fold' as const, 'sweep' as const, 'renew' as const),
        inTab,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('reopen' as const, 'wait' as const, 'lose-messages' as const),
      }),
    },
  ),
  { minLength: 1, maxLength: 40 },
);

test('[SYN-1] replayed, folded, swept or shared, the state is the same: that of the entries in order', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const browser = new TestBrowser();
      const oracle = new TestBrowser();
      const open = () => Array.from({ length: TABS }, () => browser.openTab());
      let tabs: Replica[] = open();
      // Follows every entry in one tab, and never reads it back.
      const alone = oracle.openTab();
      await createTestWorkspace(alone);
      await createTestWorkspace(tabs[0] as Replica);
      for (const step of script) {
        if (step.kind === 'reopen') {
          browser.kill();
          tabs = open();
          browser.channels.isBroken = false;
        } else if (step.kind === 'lose-messages') browser.channels.isBroken = true;
        else if (step.kind === 'wait') browser.now += 1_000;
        else if (step.kind === 'renew') {
          browser.closeTab(tabs[step.inTab] as Replica);
          tabs[step.inTab] = browser.openTab();
        } else if ('inTab' in step) await take(step, tabs[step.inTab] as Replica, alone);
        oracle.now = browser.now;
      }
      browser.now += 1_000;
      const expected = withoutWorkspace(await stateOf(alone));
      for (const tab of tabs) expect(withoutWorkspace(await stateOf(tab))).toBe(expected);
      browser.kill();
      expect(withoutWorkspace(await stateOf(browser.openTab()))).toBe(expected);
      browser.kill();
      oracle.kill();
    }),
    { numRuns: 60 },
  );
}, 120_000);

async function take(step: Work, tab: Replica, alone: Replica): Promise<void> {
  if (step.kind === 'fold') {
    valueIn(await foldJournal(tab));
    return;
  }
  if (step.kind === 'sweep') {
    valueIn(await sweepPages(tab));
    return;
  }
  if (step.mutation === undefined) return;
  const [here, there] = [await tab.mutate(step.mutation), await alone.mutate(step.mutation)];
  expect(here).toEqual(there);
}

function withoutWorkspace(state: string): string {
  return state.replace(/"workspace": "[^"]*"/, '');
}
