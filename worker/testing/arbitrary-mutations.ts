import fc from 'fast-check';
import type { Instant } from '../../shared/kernel/time.ts';
import { CHANNELS, type DataModel } from '../../shared/profile/data-model.ts';
import type { ConsentState, ProfileId } from '../../shared/profile/profile.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { Mutation, RevisionId } from '../../shared/sync/mutation.ts';
import { definitions } from '../../shared/testing/arbitrary-definitions.ts';
import { storedValues } from '../../shared/testing/arbitrary-values.ts';

const PROFILES = Array.from(
  { length: 6 },
  (_, index) => `018df5f0-aaaa-7000-8000-00000000000${index}` as ProfileId,
);
const SEGMENTS = ['s1', 's2', 's3'] as SegmentId[];
const STATES: readonly ConsentState[] = ['opted-in', 'confirmed', 'pending', 'opted-out'];

/** Edits of a few profiles and segments: many meet, and many are refused. */
export function mutations(model: DataModel, now: Instant): fc.Arbitrary<Mutation> {
  const profile = fc.constantFrom(...PROFILES);
  const segment = fc.constantFrom(...SEGMENTS);
  const tag = fc.constantFrom(...model.tags.map(({ id }) => id));
  const channel = fc.constantFrom(...CHANNELS);
  const cell = fc
    .constantFrom(...model.attributes)
    .chain(({ id, type }) =>
      storedValues(type, now).map((value) => ({ attribute: id, value: value ?? null })),
    );
  const definition = definitions({ dataModel: model, segments: SEGMENTS, now });
  const name = <Name extends Mutation['name']>(...names: Name[]) => fc.constantFrom(...names);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        name: name('create-profile'),
        profile,
        source: fc.constantFrom('By hand', 'Shop'),
        keys: keys(),
        attributes: fc.array(cell, { maxLength: 3 }).map(withValues),
      }),
    },
    {
      weight: 6,
      arbitrary: fc
        .record({ name: name('set-attribute'), profile, cell })
        .map(({ cell: set, ...rest }) => ({ ...rest, ...set })),
    },
    { weight: 3, arbitrary: fc.record({ name: name('add-tag', 'remove-tag'), profile, tag }) },
    {
      weight: 4,
      arbitrary: fc.record({
        name: name('record-consent'),
        profile,
        topic: fc.constantFrom(...model.topics.map(({ id }) => id)),
        channel,
        state: fc.constantFrom(...STATES),
        source: fc.constant('Form'),
        evidence: fc.constantFrom('', 'form 12'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ name: name('set-suppressed'), profile, channel, suppressed: fc.boolean() }),
    },
    { weight: 2, arbitrary: fc.record({ name: name('trash-profile', 'restore-profile'), profile }) },
    {
      weight: 1,
      arbitrary: fc.record({
        name: name('create-segment'),
        segment,
        title: fc.constant('S'),
        description: fc.constant(''),
        revision: fc.constant('r1' as RevisionId),
        definition,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ name: name('rename-segment'), segment, title: fc.constantFrom('T', ' ') }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ name: name('delete-segment', 'restore-segment', 'archive-segment'), segment }),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...model.tags)
        .map((changed) => ({ name: 'define-tag' as const, tag: { ...changed, archived: true } })),
    },
  );
}

function keys(): fc.Arbitrary<readonly { keyspace: string; value: string }[]> {
  return fc.array(
    fc.record({
      keyspace: fc.constantFrom('email', 'crm-id', 'cookie'),
      value: fc.constantFrom('a@b.se', 'A@b.se', '007', ''),
    }),
    { maxLength: 2 },
  );
}

function withValues<Cell extends { readonly value: unknown }>(cells: readonly Cell[]) {
  return cells.flatMap((cell) =>
    cell.value === null ? [] : [{ ...cell, value: cell.value as Exclude<Cell['value'], null> }],
  );
}
