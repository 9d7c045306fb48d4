import { Show } from 'solid-js';
import type { AttributeCondition } from '../../shared/segment/definition.ts';
import { Combobox } from '../ui/combobox.tsx';
import { words } from '../words/en.ts';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import { PredicateEditor } from './predicate-editor.tsx';

export function AttributeEditor(props: { readonly node: AttributeCondition }) {
  const builder = useBuilder();
  const attribute = () => builder.dataModel().attributes.find(({ id }) => id === props.node.attribute);
  const options = () =>
    builder
      .dataModel()
      .attributes.filter(({ archived, id }) => !archived || id === props.node.attribute)
      .map(({ id, name, type }) => ({
        value: id,
        label: name,
        hint: words.types[type],
        count: builder.subjectCounts()?.attributes[id],
      }));
  const change = (after: (node: AttributeCondition) => AttributeCondition, burst?: string) =>
    builder.store.editNode(props.node.id, (node) => (node.kind === 'attribute' ? after(node) : node), burst);
  const choose = (id: AttributeCondition['attribute']) =>
    change((node) => {
      const before = attribute()?.type;
      const after = builder.dataModel().attributes.find((one) => one.id === id)?.type;
      // Another type has other operators, so what was asked of the old one goes.
      if (before === after) return { ...node, attribute: id };
      const { predicate: _, ...rest } = node;
      return { ...rest, attribute: id };
    });
  return (
    <>
      <Combobox
        word
        label={builderWords.subject.attribute}
        placeholder={
          props.node.attribute === null ? builderWords.subject.chooseAttribute : builderWords.subject.gone
        }
        options={options()}
        value={props.node.attribute}
        onValue={choose}
      />
      <Show when={attribute()}>
        {(known) => (
          <PredicateEditor
            name={known().name}
            type={known().type}
            predicate={props.node.predicate}
            suggest={{ kind: 'attribute', attribute: known().id }}
            onPredicate={(predicate, burst) =>
              change(({ predicate: _, ...rest }) => (predicate ? { ...rest, predicate } : rest), burst)
            }
          />
        )}
      </Show>
    </>
  );
}
