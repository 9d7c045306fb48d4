import type { ColumnTarget, ImportPlan } from '../../shared/import-api.ts';
import type {
  AttributeId,
  Channel,
  DataModel,
  PropertyId,
  TagId,
  TopicId,
} from '../../shared/profile/data-model.ts';
import { CHANNELS } from '../../shared/profile/data-model.ts';
import { KNOWN_KEYSPACES } from '../../shared/profile/profile.ts';
import { keyFromName } from '../data-model/key-from-name.ts';
import type { Option } from '../ui/option-list.tsx';
import { words } from '../words/en.ts';
import { importWords } from '../words/en-imports.ts';
import { profileWords } from '../words/en-profiles.ts';

const texts = importWords.targets;
/** Stands for one that is not there yet. */
const NEW = '*';
const KEYSPACES = [...KNOWN_KEYSPACES, 'cookie'] as const;

/** Where a column can go, grouped; `option` of a target is its value here. */
export function targetOptions(rows: ImportPlan['rows'], model: DataModel): readonly Option<string>[] {
  const keys = KEYSPACES.map((keyspace) => ({
    value: `key:${keyspace}`,
    label: texts.key(keyspaceName(keyspace)),
    hint: texts.keyHint,
    group: texts.groups.keys,
  }));
  const otherKey = { value: `key:${NEW}`, label: texts.otherKey, group: texts.groups.keys };
  const ignore = { value: 'ignore', label: texts.ignore };
  return [
    ignore,
    ...(rows === 'events' ? eventOptions(model) : []),
    ...keys,
    otherKey,
    ...profileOptions(model),
  ];
}

function eventOptions(model: DataModel): readonly Option<string>[] {
  const group = texts.groups.event;
  const properties = model.properties
    .filter((property) => !property.archived)
    .map(({ id, name, type }) => ({
      value: `property:${id}`,
      label: name,
      hint: words.types[type],
      group: texts.groups.properties,
    }));
  return [
    { value: 'event-time', label: texts.eventTime, group },
    { value: 'event-type', label: texts.eventType, group },
    { value: 'event-id', label: texts.eventId, hint: texts.eventIdHint, group },
    { value: `property:${NEW}`, label: texts.newProperty, group: texts.groups.properties },
    ...properties,
  ];
}

function profileOptions(model: DataModel): readonly Option<string>[] {
  const { attributes, tags, consents } = texts.groups;
  const present = <Defined extends { readonly archived: boolean }>(all: readonly Defined[]) =>
    all.filter((one) => !one.archived);
  return [
    { value: `attribute:${NEW}`, label: texts.newAttribute, group: attributes },
    ...present(model.attributes).map(({ id, name, type }) => ({
      value: `attribute:${id}`,
      label: name,
      hint: words.types[type],
      group: attributes,
    })),
    { value: 'tags', label: texts.tags, group: tags },
    { value: `tag:${NEW}`, label: texts.newTag, group: tags },
    ...present(model.tags).map(({ id, name }) => ({
      value: `tag:${id}`,
      label: texts.tag(name),
      hint: texts.tagHint,
      group: tags,
    })),
    ...CHANNELS.map((channel) => ({
      value: `consent:${channel}:${NEW}`,
      label: texts.newConsent(channelName(channel)),
      group: consents,
    })),
    ...present(model.topics).flatMap((topic) =>
      CHANNELS.map((channel) => ({
        value: `consent:${channel}:${topic.id}`,
        label: texts.consent(topic.name, channelName(channel)),
        group: consents,
      })),
    ),
  ];
}

export function targetToOption(target: ColumnTarget): string {
  switch (target.kind) {
    case 'key':
      return `key:${isUsualKeyspace(target.keyspace) ? target.keyspace : NEW}`;
    case 'attribute':
      return `attribute:${typeof target.attribute === 'string' ? target.attribute : NEW}`;
    case 'property':
      return `property:${typeof target.property === 'string' ? target.property : NEW}`;
    case 'tag':
      return `tag:${typeof target.tag === 'string' ? target.tag : NEW}`;
    case 'consent':
      return `consent:${target.channel}:${typeof target.topic === 'string' ? target.topic : NEW}`;
    default:
      return target.kind;
  }
}

/** The target that an option stands for; a new definition is called after the column. */
export function optionToTarget(option: string, header: string, model: DataModel): ColumnTarget {
  const [kind = '', first = '', second = ''] = option.split(':');
  const name = nameFromHeader(header);
  const isNew = first === NEW;
  switch (kind) {
    case 'key':
      return { kind, keyspace: isNew ? keyFromName(name, []).replaceAll('_', '-') : first };
    case 'attribute':
      return { kind, attribute: isNew ? named(name, model.attributes) : (first as AttributeId) };
    case 'property':
      return { kind, property: isNew ? named(name, model.properties) : (first as PropertyId) };
    case 'tag':
      return { kind, tag: isNew ? { name } : (first as TagId) };
    case 'consent':
      return { kind, channel: first as Channel, topic: second === NEW ? { name } : (second as TopicId) };
    case 'tags':
    case 'event-id':
    case 'event-type':
    case 'event-time':
      return { kind };
    default:
      return { kind: 'ignore' };
  }
}

function named(name: string, taken: readonly { readonly key: string }[]) {
  return {
    name,
    key: keyFromName(
      name,
      taken.map((one) => one.key),
    ),
  };
}

/** `annual_income` and `AnnualIncome` are “Annual income”. */
export function nameFromHeader(header: string): string {
  const spaced = header
    .trim()
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ');
  const isOneWord = !header.trim().includes(' ');
  const lower = isOneWord && spaced !== spaced.toUpperCase() ? spaced.toLowerCase() : spaced;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

function isUsualKeyspace(keyspace: string): boolean {
  return (KEYSPACES as readonly string[]).includes(keyspace);
}

function keyspaceName(keyspace: string): string {
  const names: Readonly<Record<string, string>> = profileWords.keyspaces;
  return names[keyspace] ?? keyspace;
}

function channelName(channel: Channel): string {
  return profileWords.consents.channels[channel];
}
