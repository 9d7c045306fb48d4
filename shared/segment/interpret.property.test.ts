import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { assert } from '../kernel/assert.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { Profile } from '../profile/profile.ts';
import { type Scenario, scenarios } from '../testing/arbitrary-scenarios.ts';
import type { Group, NodeId, SegmentDefinition, SegmentNode } from './definition.ts';
import { interpret } from './interpret.ts';
import { resolve } from './resolve.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Resolved } from './resolved.ts';

// Many cases: time enough on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = { numRuns: 150 };

function meaningOf(definition: SegmentDefinition, context: ResolveContext): Resolved {
  const { root, problems } = resolve(definition, context);
  assert(root.meaning !== undefined, `complete: ${JSON.stringify(problems)}`);
  return root.meaning;
}

function answers({ definition, context, profiles }: Scenario): readonly boolean[] {
  const meaning = meaningOf(definition, context);
  return profiles.map((profile) => interpret(meaning, profile));
}

function withRoot(scenario: Scenario, root: Group): Scenario {
  return { ...scenario, definition: { version: 1, root } };
}

function group(match: 'all' | 'any', children: readonly SegmentNode[]): Group {
  return { kind: 'group', id: 'g' as NodeId, match, children };
}

function flipped<Node extends SegmentNode>({ negated, ...node }: Node): Node {
  return (negated === true ? node : { ...node, negated: true }) as Node;
}

test('[SEG-1] a definition and its negation split every population', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const outside = answers(withRoot(scenario, flipped(scenario.definition.root)));
      expect(outside).toEqual(answers(scenario).map((isIn) => !isIn));
    }),
    RUNS,
  );
});

test('[SEG-1] not (A or B) is not A and not B, with values missing', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const { children } = scenario.definition.root;
      const neither = flipped(group('any', children));
      const each = group('all', children.map(flipped));
      expect(answers(withRoot(scenario, neither))).toEqual(answers(withRoot(scenario, each)));
    }),
    RUNS,
  );
});

test('[SEG-14] neither the order of children nor the order in which events arrived matters', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const { match, children } = scenario.definition.root;
      const profiles = scenario.profiles.map(
        (profile): Profile => ({ ...profile, events: profile.events.toReversed() }),
      );
      const reversed = { ...withRoot(scenario, group(match, children.toReversed())), profiles };
      expect(answers(reversed)).toEqual(answers(withRoot(scenario, group(match, children))));
    }),
    RUNS,
  );
});

test('[SEG-24] archiving changes nobody', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const { dataModel } = scenario.context;
      const active = <Defined extends object>(all: readonly Defined[]) =>
        all.map((one) => ({ ...one, archived: false }));
      const context: ResolveContext = {
        ...scenario.context,
        dataModel: {
          attributes: active(dataModel.attributes),
          properties: active(dataModel.properties),
          eventTypes: active(dataModel.eventTypes),
          tags: active(dataModel.tags),
          topics: active(dataModel.topics),
        },
      };
      expect(answers({ ...scenario, context })).toEqual(answers(scenario));
    }),
    RUNS,
  );
});

test('[SEG-54] leaving muted nodes out changes nothing', () => {
  const withoutMuted = (root: Group): Group => ({
    ...root,
    children: root.children
      .filter((child) => child.muted !== true)
      .map((child) => (child.kind === 'group' ? withoutMuted(child) : child)),
  });
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      expect(answers(withRoot(scenario, withoutMuted(scenario.definition.root)))).toEqual(answers(scenario));
    }),
    RUNS,
  );
});

test('[SEG-22] a segment that is referred to means what it means by itself', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      for (const [segment, { definition }] of scenario.context.segments) {
        const reference = group('all', [{ kind: 'segment', id: 'r' as NodeId, segment }]);
        expect(answers(withRoot(scenario, reference))).toEqual(answers({ ...scenario, definition }));
      }
    }),
    RUNS,
  );
});

test('[SEG-15] the resolved form is plain data, and resolving twice gives the same', () => {
  fc.assert(
    fc.property(scenarios(), ({ definition, context }) => {
      const meaning = meaningOf(definition, context);
      expect(JSON.parse(canonicalJson(meaning))).toEqual(meaning);
      expect(canonicalJson(meaningOf(structuredCopy(definition), context))).toBe(canonicalJson(meaning));
    }),
    RUNS,
  );
});

function structuredCopy(definition: SegmentDefinition): SegmentDefinition {
  return JSON.parse(JSON.stringify(definition));
}
