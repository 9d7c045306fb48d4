import type { Bitmap } from '../../shared/kernel/bitmap.ts';

interface Lane {
  turn: number;
  /** Members of the last evaluation that came to an end, and the workspace they are of. */
  members?: { readonly of: string; readonly set: Bitmap };
}

/** Newest wins: of the requests in one lane only the last one is answered in full. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  /** Ends what is under way in the lane. Says whether a later request has begun. */
  begin(name: string): () => boolean {
    const lane = this.#lanes.get(name) ?? { turn: 0 };
    this.#lanes.set(name, lane);
    lane.turn += 1;
    const { turn } = lane;
    return () => lane.turn !== turn;
  }

  keepMembers(name: string, workspace: string, set: Bitmap | null): void {
    const lane = this.#lanes.get(name);
    if (lane === undefined) return;
    if (set === null) delete lane.members;
    else lane.members = { of: workspace, set };
  }

  /** Ordinals never change their meaning, so members stay valid whatever is added after them. */
  membersOf(name: string, workspace: string): Bitmap | undefined {
    const members = this.#lanes.get(name)?.members;
    return members?.of === workspace ? members.set : undefined;
  }
}
