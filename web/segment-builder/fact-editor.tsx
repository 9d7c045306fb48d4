import { Match, Switch } from 'solid-js';
import { CHANNELS } from '../../shared/profile/data-model.ts';
import type { Fact, FactCondition } from '../../shared/segment/definition.ts';
import { Combobox } from '../ui/combobox.tsx';
import { words as common } from '../words/en.ts';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import { PredicateEditor } from './predicate-editor.tsx';
import { WindowEditor } from './window-editor.tsx';

const words = builderWords.body;

/** What every profile has of itself: created, changed, source, known, an address. */
export function FactEditor(props: { readonly node: FactCondition }) {
  const builder = useBuilder();
  const change = (fact: Fact, burst?: string) =>
    builder.store.editNode(props.node.id, (node) => (node.kind === 'fact' ? { ...node, fact } : node), burst);
  const timed = () => {
    const { fact } = props.node;
    return fact.kind === 'created' || fact.kind === 'changed' ? fact : undefined;
  };
  const source = () => (props.node.fact.kind === 'source' ? props.node.fact : undefined);
  const address = () => (props.node.fact.kind === 'has-address' ? props.node.fact : undefined);
  return (
    <Switch>
      <Match when={timed()}>
        {(fact) => (
          <>
            <span>{words[fact().kind]}</span>
            <WindowEditor
              canBeEver={false}
              window={fact().test ?? undefined}
              onWindow={(test, burst) => change({ kind: fact().kind, test: test ?? null }, burst)}
            />
          </>
        )}
      </Match>
      <Match when={source()}>
        {(fact) => (
          <>
            <span>{words.source}</span>
            <PredicateEditor
              name={words.source}
              type="text"
              predicate={fact().predicate}
              suggest={{ kind: 'source' }}
              onPredicate={(predicate, burst) =>
                change({ kind: 'source', ...(predicate ? { predicate } : {}) }, burst)
              }
            />
          </>
        )}
      </Match>
      <Match when={address()}>
        {(fact) => (
          <>
            <span>{words.hasAddress}</span>
            <Combobox
              word
              label={builderWords.subject.channel}
              placeholder={builderWords.subject.choose}
              options={CHANNELS.map((channel) => ({ value: channel, label: common.channels[channel] }))}
              value={fact().channel}
              onValue={(channel) => change({ kind: 'has-address', channel })}
            />
          </>
        )}
      </Match>
      <Match when={props.node.fact.kind === 'known'}>
        <span>{words.known}</span>
      </Match>
    </Switch>
  );
}
