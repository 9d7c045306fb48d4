import { parseDay } from '../../../shared/kernel/calendar.ts';
import type { DeclaredType } from '../read-types.ts';
import type {
  Example,
  Formal,
  FormalAttribute,
  FormalEvent,
  FormalMeasure,
  FormalWindow,
} from './examples.ts';

type Json = Readonly<Record<string, unknown>>;
type Types = Readonly<Record<string, DeclaredType>>;

const COMPARE: Readonly<Record<string, string>> = {
  eq: 'equals',
  lt: 'less-than',
  lte: 'at-most',
  gt: 'more-than',
  gte: 'at-least',
};
const MOMENT: Readonly<Record<string, string>> = {
  eq: 'on',
  lt: 'before',
  lte: 'on-or-before',
  gt: 'after',
  gte: 'on-or-after',
};

/** An example as a segment file. `types` says what each column holds; those it leaves out are texts. */
export function toSegmentFile(
  { plain, formal, now }: Pick<Example, 'plain' | 'formal' | 'now'>,
  types: Types,
): Json {
  const root = toNode(formal, { types, today: now.slice(0, 10) });
  return { format: 'shoal-segment', version: 1, name: plain, root: group('all', [root]) };
}

interface Setting {
  readonly types: Types;
  readonly today: string;
}

function toNode(formal: Formal, setting: Setting): Json {
  if ('all' in formal)
    return group(
      'all',
      formal.all.map((part) => toNode(part, setting)),
    );
  if ('any' in formal)
    return group(
      'any',
      formal.any.map((part) => toNode(part, setting)),
    );
  if ('not' in formal) return { ...group('all', [toNode(formal.not, setting)]), negated: true };
  return 'attr' in formal ? toAttribute(formal, setting) : toEvent(formal, setting);
}

function group(match: 'all' | 'any', children: readonly Json[]): Json {
  return { kind: 'group', match, children };
}

function toAttribute(formal: FormalAttribute, setting: Setting): Json {
  const type = setting.types[formal.attr] ?? 'text';
  if (type === 'tags') return toTag(formal);
  return { kind: 'attribute', attribute: formal.attr, predicate: toPredicate(formal, type, setting.today) };
}

function toTag({ op, value }: FormalAttribute): Json {
  switch (op) {
    case 'has':
      return { kind: 'tag', match: 'any', tags: [value] };
    case 'has_any':
    case 'has_all':
      return { kind: 'tag', match: op === 'has_any' ? 'any' : 'all', tags: value };
    default:
      throw new Error(`no tag operator ${op}`);
  }
}

function toPredicate(formal: Omit<FormalAttribute, 'attr'>, type: DeclaredType, today: string): Json {
  if (formal.op === 'missing' || formal.op === 'empty') return { test: { kind: 'has-value' }, negated: true };
  if (formal.op === 'present') return { test: { kind: 'has-value' } };
  if (formal.op === 'ne' || formal.op === 'not_in') {
    const positive = toPredicate({ ...formal, op: formal.op === 'ne' ? 'eq' : 'in' }, type, today);
    return { ...positive, negated: true, onlyWithValue: true };
  }
  return { test: toTest(formal, type, today) };
}

function toTest(
  { op, value, cmp, fold }: Omit<FormalAttribute, 'attr'>,
  type: DeclaredType,
  today: string,
): Json {
  switch (type) {
    case 'text': {
      const kinds: Readonly<Record<string, string>> = {
        eq: 'is',
        in: 'is',
        contains: 'contains',
        starts_with: 'starts-with',
        ends_with: 'ends-with',
      };
      return {
        kind: kinds[op],
        values: Array.isArray(value) ? value : [value],
        ...(fold === undefined && { exact: true }),
      };
    }
    case 'number':
      return toNumberTest(op, value);
    case 'yes-no':
      return { kind: value === true ? 'is-true' : 'is-false' };
    case 'date':
    case 'timestamp':
      if (op === 'month_day_in') return toAnniversary(value as readonly string[], today);
      if (op === 'between') return { kind: 'between-dates', ...ends(value) };
      return { kind: MOMENT[op], moment: value };
    case 'list':
      if (op === 'length') return { kind: 'length', compare: toNumberTest(cmp ?? 'eq', value) };
      return {
        kind: op === 'has_all' ? 'has-all' : 'has-any',
        values: Array.isArray(value) ? value : [value],
        exact: true,
      };
    case 'tags':
      throw new Error('tags are conditions of their own');
  }
}

function toNumberTest(op: string, value: unknown): Json {
  return op === 'between' ? { kind: 'between', ...ends(value) } : { kind: COMPARE[op], value };
}

function ends(value: unknown): Json {
  const [from, to] = value as readonly unknown[];
  return { from, to };
}

/** Month-days in a row from today on are an anniversary in the next days. */
function toAnniversary(monthDays: readonly string[], today: string): Json {
  const days = monthDays.map((monthDay) => parseDay(`${today.slice(0, 4)}-${monthDay}`));
  const first = parseDay(today);
  if (first === undefined || days.some((day, index) => day !== first + index))
    throw new Error('not the days from today on');
  return { kind: 'anniversary', when: { kind: 'in-next', days: monthDays.length - 1 } };
}

function toEvent(formal: FormalEvent, { types, today }: Setting): Json {
  const eventTypes = typeof formal.event === 'string' ? [formal.event] : formal.event;
  const where = (formal.where ?? []).map(({ prop, ...test }) => ({
    kind: 'property',
    property: prop,
    predicate: toPredicate(test, types[prop] ?? 'text', today),
  }));
  const base = { kind: 'event', eventTypes, ...(where.length > 0 && { where: group('all', where) }) };
  const window = formal.window === undefined ? undefined : toWindow(formal.window);
  if (formal.nth !== undefined) {
    const occurred = { kind: 'property', property: 'occurred-at', predicate: { test: window } };
    return { ...base, measure: { kind: formal.nth, where: group('all', [occurred]) } };
  }
  const measure = toMeasure(formal);
  return { ...base, ...(window && { window }), ...(measure && { measure }) };
}

function toWindow({ last, lower, from, to, local_days }: FormalWindow): Json {
  if (last !== undefined)
    return { kind: lower === 'exclusive' ? 'less-than-ago' : 'in-last', amount: last.n, unit: last.unit };
  if (local_days !== undefined) return { kind: 'between-dates', from: local_days[0], to: local_days[1] };
  if (from !== undefined && to !== undefined) return { kind: 'between-dates', from, to };
  return from === undefined ? { kind: 'before', moment: to } : { kind: 'on-or-after', moment: from };
}

function toMeasure(formal: FormalEvent): Json | undefined {
  if (formal.count !== undefined)
    return { kind: 'count', compare: toNumberTest(formal.count.op, formal.count.value) };
  const kinds = { sum: 'sum', avg: 'average', min: 'minimum', max: 'maximum', distinct: 'distinct' } as const;
  const name = (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => formal[kind] !== undefined);
  const measure: FormalMeasure | undefined = name && formal[name];
  if (name === undefined || measure === undefined) return undefined;
  const property = measure.prop === '@local_date' ? 'occurred-on' : measure.prop;
  return { kind: kinds[name], property, compare: toNumberTest(measure.op, measure.value) };
}
