import { fold } from '../../../shared/kernel/fold.ts';
import type { ConsentState } from '../../../shared/profile/profile.ts';
import type { Value } from '../../../shared/profile/value.ts';
import type { ImportStage } from '../../replica/import-stage.ts';
import { readConsentWord } from '../cells/read-consent.ts';
import type { CompiledPlan } from './compile-plan.ts';
import type { Definitions } from './definitions.ts';

/** Writes what a row says about the person: attributes, tags and consents. Empty cells leave all as it is. */
export class ProfileCells {
  readonly #stage: ImportStage;
  readonly #plan: CompiledPlan;
  readonly #definitions: Definitions;
  readonly #keptAside = new Map<string, number>();
  /** Of the row last checked, by consent column; `null` says nothing. */
  readonly #states: (ConsentState | null)[] = [];
  #heldOptIns = 0;

  constructor(stage: ImportStage, plan: CompiledPlan, definitions: Definitions) {
    this.#stage = stage;
    this.#plan = plan;
    this.#definitions = definitions;
  }

  get keptAside(): ReadonlyMap<string, number> {
    return this.#keptAside;
  }

  get heldOptIns(): number {
    return this.#heldOptIns;
  }

  /** Why the row must fail; `undefined` if it may be written. A consent is never guessed. */
  check(row: readonly string[]): string | undefined {
    const { consents, hasConsentProof } = this.#plan;
    for (const [index, { cells, yesMeans }] of consents.entries()) {
      const text = cells.textIn(row);
      const state = text === '' ? null : readConsentWord(fold(text), yesMeans);
      if (state === undefined)
        return `“${cells.header}” says neither yes nor no, nor another state of consent.`;
      if ((state === 'opted-in' || state === 'confirmed') && !hasConsentProof) {
        return `“${cells.header}” is an opt-in, and the import names no proof for those.`;
      }
      this.#states[index] = state;
    }
    return undefined;
  }

  /** Requires that `check` has just passed this row. Says whether anything is different now. */
  write(row: readonly string[], ordinal: number): boolean {
    const changes = [
      this.#writeAttributes(row, ordinal),
      this.#writeTags(row, ordinal),
      this.#writeConsents(ordinal),
    ];
    return changes.includes(true);
  }

  #writeAttributes(row: readonly string[], ordinal: number): boolean {
    let isChanged = false;
    for (const attribute of this.#plan.attributes) {
      const { id, cells } = attribute;
      const text = cells.textIn(row);
      if (text === '') continue;
      const value = cells.valueOf(text);
      if (value !== undefined) {
        if (this.#stage.setAttribute(ordinal, attribute, value)) isChanged = true;
        continue;
      }
      this.#keptAside.set(cells.header, (this.#keptAside.get(cells.header) ?? 0) + 1);
      if (this.#stage.keepAside(ordinal, id, text)) isChanged = true;
    }
    return isChanged;
  }

  #writeTags(row: readonly string[], ordinal: number): boolean {
    let isChanged = false;
    const add = (name: string) => {
      if (this.#stage.addTag(ordinal, this.#definitions.tag(name))) isChanged = true;
    };
    for (const cells of this.#plan.tagLists) {
      const text = cells.textIn(row);
      if (text !== '') for (const name of listOf(cells.valueOf(text))) add(name);
    }
    for (const { name, cells } of this.#plan.tagFlags) {
      const text = cells.textIn(row);
      if (text !== '' && cells.valueOf(text) === true) add(name);
    }
    return isChanged;
  }

  #writeConsents(ordinal: number): boolean {
    let isChanged = false;
    for (const [index, { topic, channel }] of this.#plan.consents.entries()) {
      const state = this.#states[index] ?? null;
      if (state === null) continue;
      const outcome = this.#stage.setConsent(ordinal, topic, channel, state);
      if (outcome === 'changed') isChanged = true;
      if (outcome === 'held') this.#heldOptIns += 1;
    }
    return isChanged;
  }
}

function listOf(value: Value | undefined): readonly string[] {
  return typeof value === 'object' ? value : [];
}
