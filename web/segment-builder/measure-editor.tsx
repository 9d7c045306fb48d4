import { Match, Show, Switch } from 'solid-js';
import type { EventTypeId, PropertyId } from '../../shared/profile/data-model.ts';
import type { Measure } from '../../shared/segment/definition.ts';
import { Combobox } from '../ui/combobox.tsx';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import { choiceOf, MEASURE_CHOICES, type MeasureChoice, makeMeasure } from './measure-choice.ts';
import { NumberTestEditor } from './number-test-editor.tsx';
import { propertiesOf } from './properties-of.ts';

type OfProperty = Exclude<Measure, { kind: 'count' | 'first' | 'last' }>;

export interface MeasureEditorProps {
  readonly measure: Measure | undefined;
  readonly eventTypes: readonly EventTypeId[];
  readonly onMeasure: (measure: Measure | undefined, burst?: string) => void;
}

const words = builderWords.measure;

/** How often, or how much: "at least once", "at least 3 times", "a total of Amount of at least 500". */
export function MeasureEditor(props: MeasureEditorProps) {
  const builder = useBuilder();
  const choice = () => choiceOf(props.measure);
  const compared = () => (props.measure && 'compare' in props.measure ? props.measure : undefined);
  const ofProperty = (): OfProperty | undefined => {
    const { measure } = props;
    return measure && 'property' in measure && measure.property !== 'occurred-on' ? measure : undefined;
  };
  const properties = () => {
    const all = propertiesOf(builder.dataModel(), props.eventTypes, ofProperty()?.property);
    // Only numbers add up; anything can be different.
    return choice() === 'distinct' ? all : all.filter(({ type }) => type === 'number');
  };
  const choose = (chosen: MeasureChoice) =>
    props.onMeasure(makeMeasure(chosen, props.measure, builder.newNodeId));
  return (
    <>
      <Show when={choice() === 'count' && compared()}>
        {(measure) => (
          <NumberTestEditor
            whole
            test={measure().compare}
            onTest={(compare, burst) => props.onMeasure({ ...measure(), compare }, burst)}
          />
        )}
      </Show>
      <Combobox
        word
        isNext
        searchable={false}
        label={words.label}
        placeholder={builderWords.subject.choose}
        options={MEASURE_CHOICES.map((one) => ({ value: one, label: words.options[one] }))}
        text={words[choice()]}
        value={choice()}
        onValue={choose}
      />
      <Show when={ofProperty()}>
        {(measure) => (
          <Combobox
            word
            label={builderWords.subject.property}
            placeholder={
              measure().property === null ? builderWords.subject.chooseProperty : builderWords.subject.gone
            }
            options={properties().map(({ id, name }) => ({ value: id, label: name }))}
            value={measure().property as PropertyId | null}
            onValue={(property) => props.onMeasure({ ...measure(), property })}
          />
        )}
      </Show>
      <Switch>
        <Match when={choice() !== 'count' && compared()}>
          {(measure) => (
            <NumberTestEditor
              whole={choice() === 'distinct' || choice() === 'days'}
              test={measure().compare}
              onTest={(compare, burst) => props.onMeasure({ ...measure(), compare }, burst)}
            />
          )}
        </Match>
      </Switch>
    </>
  );
}
