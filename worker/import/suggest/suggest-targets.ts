import type { ColumnReading, ColumnTarget, ImportPlan } from '../../../shared/import-api.ts';
import { fold } from '../../../shared/kernel/fold.ts';
import { type DataModel, DEFAULT_ATTRIBUTES } from '../../../shared/profile/data-model.ts';
import { keyOf, nameOf, wordsOf } from '../header-words.ts';
import type { SampleValues } from './sample-values.ts';
import { suggestConsent } from './suggest-consent.ts';
import { findKeyColumns } from './suggest-keys.ts';

/** A column as far as it is known before its target is. */
export interface ReadColumn {
  readonly sample: SampleValues;
  readonly reading: ColumnReading;
}

export interface SuggestedTargets {
  readonly rows: ImportPlan['rows'];
  readonly targets: readonly ColumnTarget[];
}

const PROFILE_WORDS: readonly (readonly [attribute: string, names: RegExp])[] = [
  ['email', /^(?:\w+ )?email(?: address| adresse?| adress)?$|^mail$|^e post(?:adress)?$/],
  [
    'phone',
    /^(?:\w+ )?(?:phone|mobile|cell|cellphone|telephone|tel|telefon|telefono|mobil|handy|msisdn|gsm)(?: (?:phone|number|no|nr|nummer))?$/,
  ],
  [
    'first_name',
    /^(?:first|given|fore) ?name$|^(?:vorname|fornamn|fornavn|prenom|voornaam|firstname|forename)$/,
  ],
  [
    'last_name',
    /^(?:last|family) ?name$|^(?:surname|nachname|efternamn|etternavn|efternavn|achternaam|lastname|nom de famille)$/,
  ],
  [
    'birth_date',
    /^(?:birth ?date|birthday|dob|date of birth|geburtsdatum|fodelsedatum|fodselsdato|date de naissance)$/,
  ],
];
const EVENT_TYPE = /^(?:type|event|event (?:type|name)|action|activity)$/;
const EVENT_ID = /^(?:event|message) (?:id|uuid|no|key)$/;
const EVENT_TIME =
  /^(?:time|timestamp|datetime|occurred(?: at| on)?|event (?:time|date|timestamp|at)|(?:order|purchase|invoice|transaction|visit|click|sent|view)(?:ed|d)? ?(?:date|time|datetime|at|on|timestamp)|date|ts)$/;

/** Where each column may go; the first fitting column wins a place that only one can have. */
export function suggestTargets(
  columns: readonly ReadColumn[],
  model: DataModel,
  rows?: ImportPlan['rows'],
): SuggestedTargets {
  const kind = rows ?? suggestRows(columns);
  const taken = new Set<string>();
  const keys = findKeyColumns(columns, kind);
  const targets = columns.map((column, index): ColumnTarget => {
    const keyspace = keys.get(index);
    if (keyspace !== undefined) return { kind: 'key', keyspace };
    const special = kind === 'events' ? eventTarget(column) : profileTarget(column);
    if (special === undefined || taken.has(JSON.stringify(special)))
      return valueTarget(column, index, kind, model, taken);
    if (special.kind !== 'consent') taken.add(JSON.stringify(special));
    return special;
  });
  return { rows: kind, targets };
}

function phraseOf({ sample }: ReadColumn): string {
  return wordsOf(sample.header).join(' ');
}

/** Events have a time, and either a type, an id of their own, or several rows a person. */
export function suggestRows(columns: readonly ReadColumn[]): ImportPlan['rows'] {
  const isTime = (column: ReadColumn) =>
    EVENT_TIME.test(phraseOf(column)) &&
    (column.reading.type === 'timestamp' || column.reading.type === 'date');
  if (!columns.some(isTime)) return 'profiles';
  const isNamed = (names: RegExp) => columns.some((column) => names.test(phraseOf(column)));
  if (isNamed(EVENT_TYPE) || isNamed(EVENT_ID)) return 'events';
  const [person] = findKeyColumns(columns, 'events').keys();
  const sample = person === undefined ? undefined : columns[person]?.sample;
  return sample !== undefined && sample.values.length < sample.filledCount ? 'events' : 'profiles';
}

function eventTarget(column: ReadColumn): ColumnTarget | undefined {
  const phrase = phraseOf(column);
  const { type } = column.reading;
  if (EVENT_ID.test(phrase) || (phrase === 'id' && isUnique(column))) return { kind: 'event-id' };
  if (EVENT_TYPE.test(phrase) && type === 'text') return { kind: 'event-type' };
  if (EVENT_TIME.test(phrase) && (type === 'timestamp' || type === 'date')) return { kind: 'event-time' };
  return undefined;
}

function profileTarget(column: ReadColumn): ColumnTarget | undefined {
  const phrase = phraseOf(column);
  if (/^tags?$|^labels?$/.test(phrase)) return { kind: 'tags' };
  const consent = suggestConsent(column);
  if (consent !== undefined) return consent;
  const key = PROFILE_WORDS.find(([, names]) => names.test(phrase))?.[0];
  const attribute = DEFAULT_ATTRIBUTES.find((known) => known.key === key);
  if (attribute === undefined || (attribute.type === 'date') !== (column.reading.type === 'date'))
    return undefined;
  return { kind: 'attribute', attribute: attribute.id };
}

/** The rest are attributes, or properties of the events: known ones by key or name, else new ones. */
function valueTarget(
  { sample }: ReadColumn,
  index: number,
  rows: ImportPlan['rows'],
  model: DataModel,
  taken: Set<string>,
): ColumnTarget {
  const place = `column_${index + 1}`;
  const wanted = keyOf(sample.header, place);
  const known = (rows === 'events' ? model.properties : model.attributes).find(
    (definition) => definition.key === wanted || fold(definition.name) === fold(sample.header.trim()),
  );
  let key = known?.key ?? wanted;
  for (let number = 2; taken.has(key); number += 1) key = `${wanted}_${number}`;
  taken.add(key);
  const isKnown = known !== undefined && known.key === key;
  const fresh = { key, name: nameOf(sample.header, `Column ${index + 1}`) };
  if (rows === 'events') {
    return {
      kind: 'property',
      property: model.properties.find((property) => isKnown && property.key === key)?.id ?? fresh,
    };
  }
  return {
    kind: 'attribute',
    attribute: model.attributes.find((attribute) => isKnown && attribute.key === key)?.id ?? fresh,
  };
}

function isUnique({ sample }: ReadColumn): boolean {
  return sample.filledCount > 0 && sample.emptyCount === 0 && sample.values.length === sample.filledCount;
}
