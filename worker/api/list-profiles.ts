import { unreachable } from '../../shared/kernel/assert.ts';
import type { Bitmap } from '../../shared/kernel/bitmap.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { resolve } from '../../shared/segment/resolve.ts';
import type { ProfilePage, ProfileSet, WorkerError } from '../../shared/worker-api.ts';
import { loadColumns } from '../replica/load-workspace.ts';
import type { OpenWorkspace } from '../replica/open-workspace.ts';
import { membersOf } from './count-segments.ts';
import { columnsOfRows, profileRow } from './profile-row.ts';
import { searchProfiles } from './search-profiles.ts';
import { resolveContext, type Session } from './session.ts';

type ListError = WorkerError | { readonly kind: 'unknown-set' };

/** A page of a set of profiles, the last made first. Any page costs the same. */
export async function listProfiles(
  session: Session,
  request: { readonly set: ProfileSet; readonly offset: number; readonly limit: number },
): Promise<Result<ProfilePage, ListError>> {
  const opened = await session.replica.open();
  if (!opened.ok) return opened;
  const { population } = opened.value;
  const set = await profilesOf(session, opened.value, request.set);
  if (!set.ok) return set;
  const loaded = await loadColumns(population, columnsOfRows(population));
  if (!loaded.ok) return loaded;
  const total = set.value.count();
  const end = Math.max(0, total - request.offset);
  const start = Math.max(0, end - request.limit);
  const ordinals = set.value.slice(start, end - start).reverse();
  return ok({
    total,
    offset: request.offset,
    rows: Array.from(ordinals, (ordinal) => profileRow(population, ordinal)),
  });
}

async function profilesOf(
  session: Session,
  open: OpenWorkspace,
  set: ProfileSet,
): Promise<Result<Bitmap, ListError>> {
  const { population, head, segments } = open;
  switch (set.kind) {
    case 'search':
      return searchProfiles(session, open, set.text);
    case 'trash':
      return ok(population.live.not());
    case 'lane': {
      const members = session.lanes.membersOf(set.lane, head.workspace);
      return members === undefined ? err({ kind: 'unknown-set' }) : ok(members);
    }
    case 'segment': {
      const segment = segments.get(set.segment);
      if (segment === undefined) return err({ kind: 'unknown-set' });
      const members = await membersOf(
        session,
        open,
        resolve(segment.definition, resolveContext(open, session.now(), set.segment)),
      );
      if (!members.ok) return members;
      return members.value === null ? err({ kind: 'unknown-set' }) : ok(members.value);
    }
    default:
      return unreachable(set);
  }
}
