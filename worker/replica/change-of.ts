import type { Mutation } from '../../shared/sync/mutation.ts';
import type { Change, Subject } from '../../shared/worker-api.ts';
import type { JournalRow } from '../storage/core-rows.ts';
import { profilesOf } from './apply-entry.ts';

/** Above this many, naming the profiles tells a screen nothing it could use. */
const FEW = 100;

/** After another workspace, or another population, took the place of the one before. */
export const EVERYTHING: Change = {
  subjects: ['workspace', 'data-model', 'profiles', 'segments', 'imports', 'drafts'],
};

/** What journal entries moved. */
export function changeOf(entries: readonly Pick<JournalRow, 'mutation' | 'profile'>[]): Change {
  const subjects = new Set<Subject>(entries.map(({ mutation }) => subjectOf(mutation)));
  const profiles = profilesOf(entries);
  const isNamed = subjects.has('profiles') && profiles.length <= FEW;
  return { subjects: [...subjects], ...(isNamed && { profiles }) };
}

function subjectOf(mutation: Mutation): Subject {
  if ('profile' in mutation) return 'profiles';
  if ('segment' in mutation) return 'segments';
  return mutation.name === 'change-settings' ? 'workspace' : 'data-model';
}
