import Columns3 from 'lucide-solid/icons/columns-3';
import Radio from 'lucide-solid/icons/radio';
import type {
  Attribute,
  Channel,
  DataModel,
  EventType,
  Tag,
  Topic,
} from '../../shared/profile/data-model.ts';
import type { SubjectCounts } from '../../shared/worker-api.ts';
import type { Column } from '../ui/data-table.tsx';
import { words } from '../words/en.ts';
import { dataModelWords } from '../words/en-data-model.ts';
import { formatList, formatNumber } from '../words/format-number.ts';
import type { DefinitionActions } from './create-definition-actions.ts';
import type { Definition } from './definition.ts';
import { DefinitionMenu, FillCell, NameCell } from './definition-cells.tsx';
import styles from './definitions.module.css';
import { textBehind } from './text-behind.ts';

const labels = dataModelWords.columns;

export interface DefinitionColumnsRequest {
  readonly model: DataModel;
  readonly actions: DefinitionActions;
  /** Read when a cell is drawn: counts come later than definitions. */
  readonly counts: () => SubjectCounts | undefined;
  readonly population: () => number;
  /** A phone: figures make room for names. */
  readonly isNarrow: boolean;
  readonly showProperties: (type: EventType) => void;
  readonly showChannels: (topic: Topic) => void;
}

const MENU = {
  id: 'actions',
  label: labels.actions,
  hideLabel: true,
  width: '2.75rem',
  end: true,
  free: true,
} as const;
const NAME = { id: 'name', label: labels.name, width: 'minmax(0, 1.6fr)', free: true } as const;
const KEY = { id: 'key', label: labels.key, width: 'minmax(0, 1.2fr)', from: 'middle' } as const;
const count = (isNarrow: boolean) => ({ width: isNarrow ? '4.75rem' : '7.5rem', end: true }) as const;

function keyColumn<Row extends { readonly key: string }>(): Column<Row> {
  return { ...KEY, cell: (row) => <span class={styles.key}>{row.key}</span> };
}

export function attributeColumns(request: DefinitionColumnsRequest): readonly Column<Attribute>[] {
  const { actions, counts, population } = request;
  const countOf = (row: Attribute) => counts()?.attributes[row.id];
  const definition = (of: Attribute): Definition => ({ kind: 'attribute', of });
  return [
    { ...NAME, cell: (row) => <NameCell definition={definition(row)} actions={actions} /> },
    keyColumn(),
    {
      id: 'type',
      label: labels.type,
      width: '7.5rem',
      from: 'middle',
      cell: (row) => <span class={styles.quiet}>{words.types[row.type]}</span>,
    },
    {
      ...count(request.isNarrow),
      id: 'filled',
      label: labels.filled,
      cell: (row) => <FillCell count={countOf(row)} all={population()} />,
    },
    {
      ...MENU,
      cell: (row) => (
        <DefinitionMenu
          definition={definition(row)}
          actions={actions}
          behind={textBehind(definition(row), counts())}
        />
      ),
    },
  ];
}

export function eventTypeColumns(request: DefinitionColumnsRequest): readonly Column<EventType>[] {
  const { model, actions, counts, population } = request;
  const countOf = (row: EventType) => counts()?.eventTypes[row.id];
  const definition = (of: EventType): Definition => ({ kind: 'event-type', of });
  const namesOf = (row: EventType) =>
    row.properties.flatMap((id) => model.properties.find((property) => property.id === id)?.name ?? []);
  return [
    { ...NAME, cell: (row) => <NameCell definition={definition(row)} actions={actions} /> },
    keyColumn(),
    {
      id: 'properties',
      label: labels.properties,
      width: 'minmax(0, 2fr)',
      from: 'wide',
      cell: (row) => (
        <span class={styles.quiet} title={formatList(namesOf(row))}>
          {namesOf(row).join(', ') || dataModelWords.noProperties}
        </span>
      ),
    },
    {
      ...count(request.isNarrow),
      id: 'profiles',
      label: labels.profiles,
      from: 'middle',
      cell: (row) => <FillCell count={countOf(row)?.profiles} all={population()} />,
    },
    {
      id: 'events',
      label: labels.events,
      ...count(request.isNarrow),
      cell: (row) => <>{countOf(row) && formatNumber(countOf(row)?.events ?? 0)}</>,
    },
    {
      ...MENU,
      cell: (row) => (
        <DefinitionMenu
          definition={definition(row)}
          actions={actions}
          behind={textBehind(definition(row), counts())}
          more={[
            {
              label: dataModelWords.showProperties,
              icon: () => <Columns3 size={15} />,
              keys: 'Enter',
              onSelect: () => request.showProperties(row),
            },
          ]}
        />
      ),
    },
  ];
}

export function tagColumns(request: DefinitionColumnsRequest): readonly Column<Tag>[] {
  const { actions, counts, population } = request;
  const countOf = (row: Tag) => counts()?.tags[row.id];
  const definition = (of: Tag): Definition => ({ kind: 'tag', of });
  return [
    { ...NAME, cell: (row) => <NameCell definition={definition(row)} actions={actions} /> },
    keyColumn(),
    {
      ...count(request.isNarrow),
      id: 'tagged',
      label: labels.tagged,
      cell: (row) => <FillCell count={countOf(row)} all={population()} />,
    },
    {
      ...MENU,
      cell: (row) => (
        <DefinitionMenu
          definition={definition(row)}
          actions={actions}
          behind={textBehind(definition(row), counts())}
        />
      ),
    },
  ];
}

export function topicColumns(request: DefinitionColumnsRequest): readonly Column<Topic>[] {
  const { actions, counts, population } = request;
  const countOf = (row: Topic, channel: Channel) => counts()?.topics[row.id]?.[channel];
  const definition = (of: Topic): Definition => ({ kind: 'topic', of });
  return [
    { ...NAME, cell: (row) => <NameCell definition={definition(row)} actions={actions} /> },
    keyColumn(),
    ...(['email', 'sms'] as const).map(
      (channel): Column<Topic> => ({
        ...count(request.isNarrow),
        id: channel,
        label: labels[channel],
        cell: (row) =>
          row.channels.includes(channel) ? (
            <FillCell count={countOf(row, channel)} all={population()} />
          ) : (
            <span class={styles.quiet}>{dataModelWords.notOffered}</span>
          ),
      }),
    ),
    {
      ...MENU,
      cell: (row) => (
        <DefinitionMenu
          definition={definition(row)}
          actions={actions}
          behind={textBehind(definition(row), counts())}
          more={[
            {
              label: dataModelWords.channels,
              icon: () => <Radio size={15} />,
              keys: 'Enter',
              onSelect: () => request.showChannels(row),
            },
          ]}
        />
      ),
    },
  ];
}
