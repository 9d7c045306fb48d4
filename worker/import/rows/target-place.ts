import type { ColumnTarget } from '../../../shared/import-api.ts';

/** The place that a column fills, as a word: `undefined` for none. Two columns in one place contradict each other. */
export function placeOf(target: ColumnTarget): string | undefined {
  switch (target.kind) {
    case 'ignore':
      return undefined;
    case 'key':
      return `key ${target.keyspace}`;
    case 'attribute':
      return `attribute ${typeof target.attribute === 'string' ? target.attribute : target.attribute.key}`;
    case 'property':
      return `property ${typeof target.property === 'string' ? target.property : target.property.key}`;
    case 'consent':
      return `consent ${typeof target.topic === 'string' ? target.topic : target.topic.name} ${target.channel}`;
    case 'tag':
      return `tag ${typeof target.tag === 'string' ? target.tag : target.tag.name}`;
    case 'tags':
    case 'event-id':
    case 'event-type':
    case 'event-time':
      return target.kind;
  }
}
