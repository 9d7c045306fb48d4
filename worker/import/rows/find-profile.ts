import { normalizeKey } from '../../../shared/profile/address.ts';
import type { Keyspace } from '../../../shared/profile/profile.ts';
import type { ImportStage } from '../../replica/import-stage.ts';
import type { CompiledPlan } from './compile-plan.ts';
import { EqualRows } from './equal-rows.ts';

/** Keyspace of rows that no column names a person in: each is someone, known by nothing but the row. */
const ROW_KEYSPACE: Keyspace = 'import-row';

/** Whose row it is: an ordinal, nobody yet, or why it cannot be told. */
export type Found =
  | { readonly kind: 'known'; readonly ordinal: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'failed'; readonly reason: string };

const NO_VALUES: readonly string[] = [];
const NEW: Found = { kind: 'new' };

/** Finds and makes profiles by the keys in a row (SYN-3). */
export class ProfileFinder {
  readonly #stage: ImportStage;
  readonly #plan: CompiledPlan;
  readonly #source: string;
  readonly #equalRows: EqualRows | undefined;
  /** By the cell as it is: most rows of events name someone who was just there. */
  readonly #remembered = new Map<string, Found>();
  readonly #keyspaces: readonly Keyspace[];
  /** Of the row last looked for, where there may be keys to set; empty text where it has no such key. */
  #values: readonly string[] = NO_VALUES;

  constructor(stage: ImportStage, plan: CompiledPlan, source: string) {
    this.#stage = stage;
    this.#plan = plan;
    this.#source = source;
    this.#equalRows = plan.keys.length === 0 ? new EqualRows(plan.mapped) : undefined;
    this.#keyspaces = keyspacesOf(plan);
  }

  find(row: readonly string[]): Found {
    const [only, ...others] = this.#plan.keys;
    if (only === undefined || others.length > 0) return this.#findByValues(this.#valuesIn(row));
    const text = only.cells.textIn(row);
    const remembered = this.#remembered.get(text);
    if (remembered !== undefined) {
      this.#values = NO_VALUES;
      return remembered;
    }
    const found = this.#findByValues([normalizeKey(only.keyspace, text)]);
    if (found.kind === 'known') this.#remembered.set(text, found);
    return found;
  }

  /** Requires that `find` has just given `new` for this row. */
  create(): number {
    const ordinal = this.#stage.createProfile({ source: this.#source });
    this.setKeys(ordinal);
    return ordinal;
  }

  /** Gives the profile the keys of the row last looked for that it lacks. Says whether there were any. */
  setKeys(ordinal: number): boolean {
    let isChanged = false;
    this.#values.forEach((value, index) => {
      const keyspace = this.#keyspaces[index];
      if (value === '' || keyspace === undefined || this.#stage.population.keyAt(ordinal, keyspace) === value)
        return;
      this.#stage.setKey(ordinal, keyspace, value);
      isChanged = true;
    });
    return isChanged;
  }

  #valuesIn(row: readonly string[]): readonly string[] {
    if (this.#equalRows !== undefined) return [this.#equalRows.identify(row)];
    return this.#plan.keys.map(({ keyspace, cells }) => normalizeKey(keyspace, cells.textIn(row)));
  }

  #findByValues(values: readonly string[]): Found {
    this.#values = values;
    if (values.every((value) => value === '')) return { kind: 'failed', reason: this.#noKey() };
    const { population } = this.#stage;
    const named = values.map((value, index) =>
      value === '' ? undefined : population.ordinalOfKey(this.#keyspaces[index] ?? '', value),
    );
    const first = named.findIndex((ordinal) => ordinal !== undefined);
    const ordinal = named[first];
    if (ordinal === undefined) return NEW;
    const isOther = named.some((other) => other !== undefined && other !== ordinal);
    // Found by a lesser key, while it has another value of a greater one: that is someone else as well.
    const isClaimed = values.slice(0, first).some((value, index) => {
      const held = population.keyAt(ordinal, this.#keyspaces[index] ?? '');
      return value !== '' && held !== undefined && held !== value;
    });
    if (isOther || isClaimed)
      return { kind: 'failed', reason: 'The keys of the row belong to two different profiles.' };
    return { kind: 'known', ordinal };
  }

  #noKey(): string {
    const headers = this.#plan.keys.map(({ cells }) => `“${cells.header}”`).join(', ');
    return this.#plan.keys.length === 1
      ? `No key: ${headers} is empty, so nobody knows whose row this is.`
      : `No key: ${headers} are empty, so nobody knows whose row this is.`;
  }
}

/** Where the keys of a plan's rows are looked up. */
export function keyspacesOf({ keys }: CompiledPlan): readonly Keyspace[] {
  return keys.length === 0 ? [ROW_KEYSPACE] : keys.map(({ keyspace }) => keyspace);
}
