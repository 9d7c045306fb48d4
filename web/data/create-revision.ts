import type { Accessor } from 'solid-js';
import type { Subject } from '../../shared/worker-api.ts';
import { useApp } from './app-context.tsx';

/** A number that moves when any of the subjects changed. */
export function createRevision(subjects: readonly Subject[]): Accessor<number> {
  const app = useApp();
  return () => subjects.reduce((sum, subject) => sum + app.revision(subject), 0);
}
