import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { CHANNELS } from '../../shared/profile/data-model.ts';
import type { ConsentEntry, ProfileId } from '../../shared/profile/profile.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { ProfileDetail, WorkerError } from '../../shared/worker-api.ts';
import { keyColumn } from '../columns/column-name.ts';
import { readLedger } from '../replica/consent-ledger.ts';
import { keptAsideOf } from '../replica/kept-aside.ts';
import { loadColumns } from '../replica/load-workspace.ts';
import { type OpenWorkspace, ordinalOf } from '../replica/open-workspace.ts';
import { membersOf } from './count-segments.ts';
import { columnsOfRows, profileRow } from './profile-row.ts';
import { resolveContext, type Session } from './session.ts';

/** All about one profile but its events. */
export async function showProfile(
  session: Session,
  id: ProfileId,
): Promise<Result<ProfileDetail, WorkerError | { readonly kind: 'unknown-profile' }>> {
  const opened = await session.replica.open();
  if (!opened.ok) return opened;
  const open = opened.value;
  const { population } = open;
  const loaded = await loadColumns(population, [
    ...columnsOfRows(population),
    ...population.profileColumns({ events: false }),
    ...population.keyspaces().map(keyColumn),
  ]);
  if (!loaded.ok) return loaded;
  const ordinal = ordinalOf(open, id);
  if (ordinal === undefined) return err({ kind: 'unknown-profile' });
  const ledger = await readLedger(session.replica, open, id);
  if (!ledger.ok) return ledger;
  const segments = await segmentsOf(session, open, ordinal);
  if (!segments.ok) return segments;
  return ok({
    ...profileRow(population, ordinal),
    source: population.sourceAt(ordinal),
    trashed: !population.live.has(ordinal),
    keys: population.keyspaces().flatMap((keyspace) => {
      const value = population.keyAt(ordinal, keyspace);
      return value === undefined ? [] : [{ keyspace, value }];
    }),
    attributes: open.model.attributes.flatMap(({ id: attribute }) => {
      const value = population.attributeAt(ordinal, attribute);
      return value === undefined ? [] : [{ attribute, value }];
    }),
    keptAside: open.model.attributes.flatMap(({ id: attribute }) => {
      const text = population.attributeAt(ordinal, keptAsideOf(attribute));
      return typeof text === 'string' ? [{ attribute, text }] : [];
    }),
    tags: open.model.tags.flatMap(({ id: tag }) => (population.hasTag(ordinal, tag) ? [tag] : [])),
    suppressed: CHANNELS.filter((channel) => population.isSuppressed(ordinal, channel)),
    consents: consentsOf(open, ordinal, ledger.value),
    segments: segments.value,
  });
}

function consentsOf(
  open: OpenWorkspace,
  ordinal: number,
  ledger: readonly ConsentEntry[],
): ProfileDetail['consents'] {
  return open.model.topics.flatMap(({ id: topic }) =>
    CHANNELS.flatMap((channel) => {
      const state = open.population.consentAt(ordinal, topic, channel);
      const entries = ledger.filter((entry) => entry.topic === topic && entry.channel === channel);
      return state === undefined ? [] : [{ topic, channel, state, entries }];
    }),
  );
}

/** The segments that have a meaning now and this profile in it; archived ones are not shown. */
async function segmentsOf(
  session: Session,
  open: OpenWorkspace,
  ordinal: number,
): Promise<Result<readonly SegmentId[], WorkerError>> {
  const within: SegmentId[] = [];
  const now = session.now();
  for (const { id, definition, deleted, archived } of open.segments.values()) {
    if (deleted || archived) continue;
    const members = await membersOf(session, open, resolve(definition, resolveContext(open, now, id)));
    if (!members.ok) return members;
    if (members.value?.has(ordinal)) within.push(id);
  }
  return ok(within);
}
