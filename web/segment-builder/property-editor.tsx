import { Show } from 'solid-js';
import type { EventTypeId, ValueType } from '../../shared/profile/data-model.ts';
import type { PropertyCondition } from '../../shared/segment/definition.ts';
import type { SuggestRequest } from '../../shared/worker-api.ts';
import { Combobox } from '../ui/combobox.tsx';
import { words } from '../words/en.ts';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import { PredicateEditor } from './predicate-editor.tsx';
import { propertiesOf } from './properties-of.ts';

export interface PropertyEditorProps {
  readonly node: PropertyCondition;
  readonly eventTypes: readonly EventTypeId[];
  readonly onNode: (change: (node: PropertyCondition) => PropertyCondition, burst?: string) => void;
}

interface Known {
  readonly name: string;
  readonly type: ValueType;
  readonly suggest: SuggestRequest['subject'] | undefined;
}

/** One property of an event, or its own time. */
export function PropertyEditor(props: PropertyEditorProps) {
  const builder = useBuilder();
  const known = (): Known | undefined => {
    const { property } = props.node;
    if (property === 'occurred-at')
      return { name: builderWords.subject.eventTime, type: 'timestamp', suggest: undefined };
    const found = builder.dataModel().properties.find(({ id }) => id === property);
    if (!found) return undefined;
    const suggest = { kind: 'property', property: found.id, eventTypes: props.eventTypes } as const;
    return { name: found.name, type: found.type, suggest };
  };
  const typeOf = (property: PropertyCondition['property']): ValueType | undefined =>
    property === 'occurred-at'
      ? 'timestamp'
      : builder.dataModel().properties.find(({ id }) => id === property)?.type;
  const options = () => [
    ...propertiesOf(builder.dataModel(), props.eventTypes, props.node.property).map(({ id, name, type }) => ({
      value: id as NonNullable<PropertyCondition['property']>,
      label: name,
      hint: words.types[type],
    })),
    { value: 'occurred-at' as const, label: builderWords.subject.eventTime, hint: words.types.timestamp },
  ];
  const choose = (property: NonNullable<PropertyCondition['property']>) =>
    props.onNode((node) => {
      if (typeOf(node.property) === typeOf(property)) return { ...node, property };
      const { predicate: _, ...rest } = node;
      return { ...rest, property };
    });
  return (
    <>
      <Combobox
        word
        label={builderWords.subject.property}
        placeholder={
          props.node.property === null ? builderWords.subject.chooseProperty : builderWords.subject.gone
        }
        options={options()}
        value={props.node.property}
        onValue={choose}
      />
      <Show when={known()}>
        {(property) => (
          <PredicateEditor
            name={property().name}
            type={property().type}
            predicate={props.node.predicate}
            suggest={property().suggest}
            onPredicate={(predicate, burst) =>
              props.onNode(({ predicate: _, ...rest }) => (predicate ? { ...rest, predicate } : rest), burst)
            }
          />
        )}
      </Show>
    </>
  );
}
