import { Show } from 'solid-js';
import { CHANNELS, type Channel, type TopicId } from '../../shared/profile/data-model.ts';
import type { ConsentCondition } from '../../shared/segment/definition.ts';
import { Combobox, MultiCombobox } from '../ui/combobox.tsx';
import { words as common } from '../words/en.ts';
import { builderWords } from '../words/en-builder.ts';
import { formatList } from '../words/format-number.ts';
import { useBuilder } from './builder-context.tsx';
import { NameChoice } from './name-choice.tsx';

type StatesTest = Extract<ConsentCondition['test'], { kind: 'states' }>;
const STATES = [
  'opted-in',
  'confirmed',
  'pending',
  'opted-out',
  'never-asked',
] as const satisfies StatesTest['states'];
const words = builderWords.body;

/** "can receive Email for any topic", "consent is opted in or confirmed for Newsletter by Email". */
export function ConsentEditor(props: { readonly node: ConsentCondition }) {
  const builder = useBuilder();
  const change = (part: Partial<ConsentCondition>) =>
    builder.store.editNode(props.node.id, (node) => (node.kind === 'consent' ? { ...node, ...part } : node));
  const states = () => (props.node.test.kind === 'states' ? props.node.test.states : undefined);
  const topics = () =>
    builder.dataModel().topics.filter(({ channels }) => channels.includes(props.node.channel));
  const turn = (kind: ConsentCondition['test']['kind']) => {
    if (kind === props.node.test.kind) return;
    change({ test: kind === 'states' ? { kind, states: ['opted-in', 'confirmed'] } : { kind } });
  };
  const stateText = (chosen: StatesTest['states']) =>
    chosen.length === 0
      ? builderWords.subject.chooseStates
      : formatList(
          chosen.map((state) => common.consentStates[state].toLowerCase()),
          'or',
        );
  return (
    <>
      <Combobox
        word
        label={words.consentKind}
        placeholder={builderWords.subject.choose}
        options={[
          { value: 'can-receive', label: words.consentCan },
          { value: 'states', label: words.consentState },
        ]}
        value={props.node.test.kind}
        onValue={turn}
      />
      <Show when={states()}>
        {(chosen) => (
          <MultiCombobox
            word
            label={builderWords.subject.states}
            options={STATES.map((state) => ({ value: state, label: common.consentStates[state] }))}
            values={chosen()}
            text={stateText(chosen())}
            onValues={(after) => change({ test: { kind: 'states', states: after } })}
          />
        )}
      </Show>
      <Show when={states()}>
        <span>{words.by}</span>
      </Show>
      <Combobox
        word
        label={builderWords.subject.channel}
        placeholder={builderWords.subject.choose}
        options={CHANNELS.map((channel: Channel) => ({ value: channel, label: common.channels[channel] }))}
        value={props.node.channel}
        onValue={(channel) => change({ channel })}
      />
      <span>{words.for}</span>
      <Show when={props.node.topics.length > 1}>
        <Combobox
          word
          label={words.matchLabel}
          placeholder={builderWords.subject.choose}
          options={[
            { value: 'any', label: words.anyOf },
            { value: 'all', label: words.allOf },
          ]}
          value={props.node.match}
          onValue={(match) => change({ match })}
        />
      </Show>
      <NameChoice<TopicId>
        label={builderWords.subject.topics}
        placeholder={states() ? builderWords.subject.chooseTopics : words.anyTopic}
        defined={topics()}
        chosen={props.node.topics}
        count={(id) => builder.subjectCounts()?.topics[id]?.[props.node.channel]}
        joint={props.node.match === 'all' ? 'and' : 'or'}
        onChosen={(after) => change({ topics: after })}
      />
    </>
  );
}
