import type { TagId } from '../../shared/profile/data-model.ts';
import type { TagCondition } from '../../shared/segment/definition.ts';
import { Combobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import { NameChoice } from './name-choice.tsx';

const MATCHES = ['any', 'all', 'none'] as const;
const words = builderWords.body;
const LABELS = { any: words.anyOf, all: words.allOf, none: words.noneOf };

export function TagEditor(props: { readonly node: TagCondition }) {
  const builder = useBuilder();
  const change = (part: Partial<TagCondition>) =>
    builder.store.editNode(props.node.id, (node) => (node.kind === 'tag' ? { ...node, ...part } : node));
  return (
    <>
      <span>{words.tagged}</span>
      <Combobox
        word
        label={words.matchLabel}
        placeholder={builderWords.subject.choose}
        options={MATCHES.map((match) => ({ value: match, label: LABELS[match] }))}
        value={props.node.match}
        onValue={(match) => change({ match })}
      />
      <NameChoice<TagId>
        label={builderWords.subject.tags}
        placeholder={builderWords.subject.chooseTags}
        defined={builder.dataModel().tags}
        chosen={props.node.tags}
        count={(id) => builder.subjectCounts()?.tags[id]}
        joint={props.node.match === 'all' ? 'and' : 'or'}
        onChosen={(tags) => change({ tags })}
      />
    </>
  );
}
