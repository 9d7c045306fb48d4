import type { ColumnPlan, ImportPlan } from '../../../shared/import-api.ts';
import { unreachable } from '../../../shared/kernel/assert.ts';
import { compareCodePoints } from '../../../shared/kernel/order.ts';
import {
  ADDRESS_ATTRIBUTE,
  type AttributeId,
  type Channel,
  type EventTypeId,
  type PropertyId,
  type TopicId,
  type ValueType,
} from '../../../shared/profile/data-model.ts';
import type { Keyspace } from '../../../shared/profile/profile.ts';
import { ColumnCells } from '../cells/column-cells.ts';
import { keyOf } from '../header-words.ts';
import type { Definitions } from './definitions.ts';
import { placeOf } from './target-place.ts';

interface KeyColumn {
  readonly kind: 'key';
  readonly keyspace: Keyspace;
  readonly cells: ColumnCells;
}
interface AttributeColumn {
  readonly kind: 'attribute';
  readonly id: AttributeId;
  readonly type: ValueType;
  readonly cells: ColumnCells;
}
interface ConsentColumn {
  readonly kind: 'consent';
  readonly topic: TopicId;
  readonly channel: Channel;
  readonly yesMeans: 'opted-in' | 'opted-out';
  readonly cells: ColumnCells;
}
interface PropertyColumn {
  readonly kind: 'property';
  readonly id: PropertyId;
  readonly type: ValueType;
  readonly cells: ColumnCells;
}
type CompiledColumn =
  | KeyColumn
  | AttributeColumn
  | ConsentColumn
  | PropertyColumn
  | { readonly kind: 'tag'; readonly name: string; readonly cells: ColumnCells }
  | CellsColumn<'tags'>
  | CellsColumn<'event-id'>
  | CellsColumn<'event-type'>
  | CellsColumn<'event-time'>;
interface CellsColumn<Kind extends string> {
  readonly kind: Kind;
  readonly cells: ColumnCells;
}

/** A plan with its columns sorted by what they are for. */
export interface CompiledPlan {
  readonly keys: readonly KeyColumn[];
  readonly attributes: readonly AttributeColumn[];
  readonly tagLists: readonly ColumnCells[];
  readonly tagFlags: readonly { readonly name: string; readonly cells: ColumnCells }[];
  readonly consents: readonly ConsentColumn[];
  readonly hasConsentProof: boolean;
  /** All columns that go anywhere, by what they are for: what makes two rows equal. */
  readonly mapped: readonly ColumnCells[];
  readonly events: EventColumns | undefined;
}

export interface EventColumns {
  readonly id: ColumnCells | undefined;
  readonly time: ColumnCells;
  /** A column, or the one type of all rows. */
  readonly type: ColumnCells | EventTypeId;
  readonly properties: readonly PropertyColumn[];
  /** Ids are unique within it (SYN-3). */
  readonly source: string;
}

/** Makes the definitions that are new. Requires a plan that `refusePlan` has nothing against. */
export function compilePlan(plan: ImportPlan, definitions: Definitions): CompiledPlan {
  const columns = plan.columns.flatMap((column, index) =>
    compileColumn(column, index, { plan, definitions }),
  );
  const pick = <Kind extends CompiledColumn['kind']>(kind: Kind) =>
    columns.filter(
      (column): column is Extract<CompiledColumn, { readonly kind: Kind }> => column.kind === kind,
    );
  const [time] = pick('event-time');
  const type = pick('event-type')[0]?.cells ?? (plan.eventType && definitions.eventType(plan.eventType));
  const isEvents = plan.rows === 'events' && time !== undefined && type !== undefined;
  const [id] = pick('event-id');
  return {
    keys: pick('key'),
    attributes: pick('attribute'),
    tagLists: pick('tags').map(({ cells }) => cells),
    tagFlags: pick('tag'),
    consents: pick('consent'),
    hasConsentProof: plan.consentProof.trim() !== '',
    mapped: inOrderOfPlaces(plan, columns),
    events: isEvents
      ? { id: id?.cells, time: time.cells, type, properties: pick('property'), source: sourceOf(plan) }
      : undefined,
  };
}

/** Not in order of the file: the same rows with columns moved about are still the same rows. */
function inOrderOfPlaces(
  { columns }: ImportPlan,
  compiled: readonly CompiledColumn[],
): readonly ColumnCells[] {
  const placeAt = ({ cells }: CompiledColumn) =>
    placeOf(columns[cells.index]?.target ?? { kind: 'ignore' }) ?? '';
  const cells = [...compiled]
    .sort((left, right) => compareCodePoints(placeAt(left), placeAt(right)))
    .map((column) => column.cells);
  return [...new Map(cells.map((one) => [one.index, one])).values()];
}

/**
 * Two files with an id column of one name, such as `event_id`, are taken to number the same events, so
 * that overlapping exports add nothing twice. A file of one type is apart from those of other types:
 * its `id` 7 is another event than theirs.
 */
function sourceOf({ columns, eventType }: ImportPlan): string {
  const column = columns.find(({ target }) => target.kind === 'event-id');
  const ids = column === undefined ? 'row' : keyOf(column.header, 'id');
  const isTyped = eventType === undefined || columns.some(({ target }) => target.kind === 'event-type');
  const type = isTyped ? '' : `:${typeof eventType === 'string' ? eventType : eventType.name}`;
  return `csv:${ids}${type}`;
}

function compileColumn(
  { header, target, reading }: ColumnPlan,
  index: number,
  { plan, definitions }: { readonly plan: ImportPlan; readonly definitions: Definitions },
): readonly CompiledColumn[] {
  const cellsOf = (type: ValueType) =>
    new ColumnCells({ index, header, reading: { ...reading, type }, timeZone: plan.timeZone });
  switch (target.kind) {
    case 'ignore':
      return [];
    case 'key':
      return compileKey(target.keyspace, cellsOf('text'), plan, definitions);
    case 'attribute': {
      const { id, type } = definitions.attribute(target.attribute, reading.type);
      return [{ kind: 'attribute', id, type, cells: cellsOf(type) }];
    }
    case 'property': {
      const { id, type } = definitions.property(target.property, reading.type);
      return [{ kind: 'property', id, type, cells: cellsOf(type) }];
    }
    case 'consent': {
      const { channel, yesMeans = 'opted-in' } = target;
      const topic = definitions.topic(target.topic, channel);
      return [{ kind: 'consent', topic, channel, yesMeans, cells: cellsOf('text') }];
    }
    case 'tag':
      return [{ kind: 'tag', name: definitions.tagName(target.tag), cells: cellsOf('yes-no') }];
    case 'tags':
      return [{ kind: 'tags', cells: cellsOf('list') }];
    case 'event-id':
    case 'event-type':
      return [{ kind: target.kind, cells: cellsOf('text') }];
    case 'event-time':
      return [{ kind: 'event-time', cells: cellsOf('timestamp') }];
    default:
      return unreachable(target);
  }
}

/** Which addresses a key also is: who is known by an e-mail address can be written to at it. */
const KEY_ATTRIBUTE: ReadonlyMap<Keyspace, AttributeId> = new Map([
  ['email', ADDRESS_ATTRIBUTE.email],
  ['phone', ADDRESS_ATTRIBUTE.sms],
]);

function compileKey(
  keyspace: Keyspace,
  cells: ColumnCells,
  plan: ImportPlan,
  definitions: Definitions,
): readonly CompiledColumn[] {
  const address = KEY_ATTRIBUTE.get(keyspace);
  const hasOwnColumn = plan.columns.some(
    ({ target }) => target.kind === 'attribute' && definitions.attributeIdOf(target.attribute) === address,
  );
  const key: KeyColumn = { kind: 'key', keyspace, cells };
  if (address === undefined || hasOwnColumn) return [key];
  return [key, { kind: 'attribute', ...definitions.attribute(address, 'text'), cells }];
}
