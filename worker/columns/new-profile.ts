import type { Instant } from '../../shared/kernel/time.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';

/** What a profile begins with. */
export interface NewProfile {
  readonly id: ProfileId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly source: string;
}
