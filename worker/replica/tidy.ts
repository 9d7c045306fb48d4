import type { Instant } from '../../shared/kernel/time.ts';
import { foldJournal, isFoldDue } from './fold.ts';
import type { Replica } from './replica.ts';
import { sweepPages } from './sweep.ts';

/** Nobody works once nothing was edited for this long. */
const IDLE_MS = 10_000;

/** What a tab does by itself from time to time: takes in what it missed, folds, sweeps. */
export class Tidying {
  readonly #replica: Replica;
  /** A tab that was killed may have left pages, so the first round sweeps. */
  #sweptAt = -1;

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** A failure changes nothing that was; the next round tries again. */
  async round(now: Instant): Promise<void> {
    const replica = this.#replica;
    await replica.look();
    const isIdle = Math.abs(now - replica.editedAt) > IDLE_MS;
    if (isFoldDue(replica, isIdle)) await foldJournal(replica);
    const { storedCount } = replica;
    if (!isIdle || this.#sweptAt === storedCount) return;
    const swept = await sweepPages(replica);
    if (swept.ok) this.#sweptAt = storedCount;
  }
}
