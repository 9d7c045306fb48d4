import type { ColumnTarget, ImportPlan } from '../../../shared/import-api.ts';
import { parseTimeZone } from '../../../shared/kernel/zone.ts';
import { placeOf } from './target-place.ts';

/** Why a file cannot be imported as planned, and what to do; `undefined` if it can. */
export function refusePlan(plan: ImportPlan): string | undefined {
  const kinds = plan.columns.map(({ target }) => target.kind);
  const count = (kind: ColumnTarget['kind']) => kinds.filter((one) => one === kind).length;
  if (!parseTimeZone(plan.timeZone).ok) return `There is no time zone “${plan.timeZone}”.`;
  if (!isSign(plan.delimiter) || !isSign(plan.quote) || plan.delimiter === plan.quote) {
    return 'Choose one character that sets cells apart, and another one for quotes.';
  }
  const twice = findRepeated(plan.columns);
  if (twice !== undefined) {
    return `“${twice[0]}” and “${twice[1]}” go to one place. Choose another for one of them.`;
  }
  if (plan.rows === 'profiles') {
    const stray = plan.columns.find(
      ({ target }) => target.kind === 'property' || target.kind.startsWith('event-'),
    );
    if (stray !== undefined) {
      return `“${stray.header}” goes to an event, but these rows are profiles. Choose another place for it.`;
    }
    return kinds.every((kind) => kind === 'ignore')
      ? 'No column goes anywhere. Choose what at least one of them holds.'
      : undefined;
  }
  if (count('key') === 0) return 'Choose the column that says whose event a row is.';
  if (count('event-time') === 0) return 'Choose the column that says when an event happened.';
  if (count('event-type') === 0 && plan.eventType === undefined)
    return 'Choose the column with the type of the events, or one type for all.';
  return undefined;
}

function isSign(text: string): boolean {
  return text.length === 1 && !/[\r\n\uFEFF]/.test(text);
}

function findRepeated(columns: ImportPlan['columns']): readonly [string, string] | undefined {
  const headers = new Map<string, string>();
  for (const { target, header } of columns) {
    const place = placeOf(target);
    // Tags add up, so any number of columns may hold some.
    if (place === undefined || place === 'tags') continue;
    const first = headers.get(place);
    if (first !== undefined) return [first, header];
    headers.set(place, header);
  }
  return undefined;
}
