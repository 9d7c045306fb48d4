import { useSearchParams } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, createSignal, Show } from 'solid-js';
import type { DataModel, EventTypeId, TopicId } from '../../../shared/profile/data-model.ts';
import { createDataModel, createSubjectCounts } from '../../data/create-data-model.ts';
import { useWorkspace } from '../../data/workspace-context.tsx';
import { ChannelsDialog } from '../../data-model/channels-dialog.tsx';
import { createDefinitionActions } from '../../data-model/create-definition-actions.ts';
import { CreateDefinitionDialog } from '../../data-model/create-definition-dialog.tsx';
import type { Definition } from '../../data-model/definition.ts';
import {
  attributeColumns,
  eventTypeColumns,
  tagColumns,
  topicColumns,
} from '../../data-model/definition-columns.tsx';
import { DefinitionTable } from '../../data-model/definition-table.tsx';
import styles from '../../data-model/definitions.module.css';
import { PropertiesDialog } from '../../data-model/properties-dialog.tsx';
import { RemovalDialog } from '../../data-model/removal-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { createMedia, NARROW } from '../../ui/create-media.ts';
import { createShortcut } from '../../ui/create-shortcut.ts';
import { Page, PageHeader } from '../../ui/page.tsx';
import { Switch } from '../../ui/switch.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { SearchInput } from '../../ui/text-input.tsx';
import { dataModelWords } from '../../words/en-data-model.ts';

const TABS = ['attributes', 'events', 'tags', 'topics'] as const;
export type DataModelTab = (typeof TABS)[number];
const KINDS = {
  attributes: 'attribute',
  events: 'event-type',
  tags: 'tag',
  topics: 'topic',
} as const satisfies Record<DataModelTab, Definition['kind']>;
const EMPTY: DataModel = { attributes: [], properties: [], eventTypes: [], tags: [], topics: [] };

export function DataModelPage() {
  const workspace = useWorkspace();
  const model = createDataModel();
  const counts = createSubjectCounts();
  const actions = createDefinitionActions();
  const isNarrow = createMedia(NARROW);
  const [params, setParams] = useSearchParams<{ tab?: string }>();
  const [text, setText] = createSignal('');
  const [archived, setArchived] = createSignal(false);
  const [isCreating, setCreating] = createSignal(false);
  const [shownType, setShownType] = createSignal<EventTypeId>();
  const [shownTopic, setShownTopic] = createSignal<TopicId>();
  let search: HTMLInputElement | undefined;
  createShortcut('/', () => search?.focus());

  const tab = (): DataModelTab => TABS.find((one) => one === params.tab) ?? 'attributes';
  const known = () => model.value() ?? EMPTY;
  const tabs = () => {
    const { attributes, eventTypes, tags, topics } = known();
    const lists = { attributes, events: eventTypes, tags, topics };
    const present = (id: DataModelTab) => lists[id].filter((one) => !one.archived).length;
    return TABS.map((id) => ({
      id,
      label: dataModelWords.tabs[id],
      count: model.value() ? present(id) : undefined,
    }));
  };
  const request = () => ({
    model: known(),
    actions,
    counts: counts.value,
    population: () => workspace().profileCount,
    isNarrow: isNarrow(),
    showProperties: (type: { readonly id: EventTypeId }) => setShownType(type.id),
    showChannels: (topic: { readonly id: TopicId }) => setShownTopic(topic.id),
  });
  const shared = {
    actions,
    get counts() {
      return counts.value();
    },
    get text() {
      return text();
    },
    get archived() {
      return archived();
    },
    get isKnown() {
      return model.value() !== undefined;
    },
    onClear: () => setText(''),
    onCreate: () => setCreating(true),
  };
  const attributes = createMemo(() => attributeColumns(request()));
  const events = createMemo(() => eventTypeColumns(request()));
  const tags = createMemo(() => tagColumns(request()));
  const topics = createMemo(() => topicColumns(request()));
  return (
    <Page filling>
      <PageHeader
        title={dataModelWords.title}
        note={dataModelWords.note}
        actions={
          <Button look="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
            {dataModelWords.create[tab()]}
          </Button>
        }
      />
      <Tabs
        label={dataModelWords.tabsLabel}
        tabs={tabs()}
        value={tab()}
        filling
        onValue={(id) => {
          setText('');
          setParams({ tab: id === 'attributes' ? undefined : id });
        }}
      >
        <div class={styles.tools}>
          <p class={styles.about}>{dataModelWords.about[tab()]}</p>
          <div class={styles.search}>
            <SearchInput
              ref={(element) => {
                search = element;
              }}
              aria-label={dataModelWords.search}
              placeholder={dataModelWords.search}
              aria-keyshortcuts="/"
              value={text()}
              onValue={setText}
            />
          </div>
          <Switch label={dataModelWords.showArchived} checked={archived()} onValue={setArchived} />
        </div>
        <Show when={tab() === 'attributes'}>
          <DefinitionTable
            {...shared}
            tab="attributes"
            rows={known().attributes}
            columns={attributes()}
            definition={(of) => ({ kind: 'attribute', of })}
          />
        </Show>
        <Show when={tab() === 'events'}>
          <DefinitionTable
            {...shared}
            tab="events"
            rows={known().eventTypes}
            columns={events()}
            definition={(of) => ({ kind: 'event-type', of })}
            onOpen={(type) => setShownType(type.id)}
          />
        </Show>
        <Show when={tab() === 'tags'}>
          <DefinitionTable
            {...shared}
            tab="tags"
            rows={known().tags}
            columns={tags()}
            definition={(of) => ({ kind: 'tag', of })}
          />
        </Show>
        <Show when={tab() === 'topics'}>
          <DefinitionTable
            {...shared}
            tab="topics"
            rows={known().topics}
            columns={topics()}
            definition={(of) => ({ kind: 'topic', of })}
            onOpen={(topic) => setShownTopic(topic.id)}
          />
        </Show>
      </Tabs>
      <CreateDefinitionDialog
        kind={isCreating() ? KINDS[tab()] : undefined}
        title={dataModelWords.create[tab()]}
        model={known()}
        onClose={() => setCreating(false)}
      />
      <PropertiesDialog
        eventType={known().eventTypes.find((type) => type.id === shownType())}
        model={known()}
        actions={actions}
        onClose={() => setShownType(undefined)}
      />
      <ChannelsDialog
        topic={known().topics.find((topic) => topic.id === shownTopic())}
        onClose={() => setShownTopic(undefined)}
      />
      <RemovalDialog
        question={actions.question()}
        onRemove={(definition) => void actions.removeNow(definition)}
        onArchive={(definition) => void actions.archive(definition, true)}
        onClose={actions.closeQuestion}
      />
    </Page>
  );
}
