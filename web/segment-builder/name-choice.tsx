import { MultiCombobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { formatList } from '../words/format-number.ts';

export interface NameChoiceProps<Id extends string> {
  readonly label: string;
  readonly placeholder: string;
  readonly defined: readonly { readonly id: Id; readonly name: string; readonly archived: boolean }[];
  readonly chosen: readonly Id[];
  readonly count?: (id: Id) => number | undefined;
  readonly joint: 'and' | 'or';
  readonly onChosen: (chosen: readonly Id[]) => void;
}

/** Some of the defined tags, topics or events, by name. One that is gone stays visible until it is let go. */
export function NameChoice<Id extends string>(props: NameChoiceProps<Id>) {
  const name = (id: Id) => props.defined.find((one) => one.id === id)?.name ?? builderWords.subject.gone;
  const options = () => {
    const offered = props.defined.filter((one) => !one.archived || props.chosen.includes(one.id));
    const gone = props.chosen.filter((id) => !props.defined.some((one) => one.id === id));
    return [
      ...offered.map(({ id, name: label }) => ({ value: id, label, count: props.count?.(id) })),
      ...gone.map((id) => ({ value: id, label: builderWords.subject.gone, count: undefined })),
    ];
  };
  return (
    <MultiCombobox
      word
      label={props.label}
      options={options()}
      values={props.chosen}
      text={props.chosen.length === 0 ? props.placeholder : formatList(props.chosen.map(name), props.joint)}
      onValues={props.onChosen}
    />
  );
}
