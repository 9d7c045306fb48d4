import { isJsonObject, parseJson } from '../../shared/kernel/json.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { ValueType } from '../../shared/profile/data-model.ts';

/** What a column may be declared to be: a type of values, or tags of the profile. */
export type DeclaredType = ValueType | 'tags';
/** By column name, for the file of profiles and that of events alike. */
export type DeclaredTypes = ReadonlyMap<string, DeclaredType>;

const TYPES: readonly DeclaredType[] = ['text', 'number', 'yes-no', 'date', 'timestamp', 'list', 'tags'];
const MAX_BYTES = 1_000_000;

/** Reads the text of a `--types` file: one flat object, column → type. */
export function readTypes(text: string): Result<DeclaredTypes, string> {
  const json = parseJson(text, MAX_BYTES);
  if (!json.ok || !isJsonObject(json.value)) return err('is no JSON object of column names and types.');
  const types = new Map<string, DeclaredType>();
  for (const [column, word] of Object.entries(json.value)) {
    const type = TYPES.find((known) => known === word);
    if (type === undefined) {
      return err(
        `says that “${column}” is ${JSON.stringify(word)}, but a type is one of ${TYPES.join(', ')}.`,
      );
    }
    types.set(column, type);
  }
  return ok(types);
}
