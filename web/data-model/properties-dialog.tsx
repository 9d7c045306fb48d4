import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import type { DataModel, EventType, Property, PropertyId } from '../../shared/profile/data-model.ts';
import { createMutate } from '../data/create-mutate.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { words } from '../words/en.ts';
import { dataModelWords } from '../words/en-data-model.ts';
import { formatList } from '../words/format-number.ts';
import type { DefinitionActions } from './create-definition-actions.ts';
import { CreateDefinitionDialog } from './create-definition-dialog.tsx';
import { NameCell } from './definition-cells.tsx';
import styles from './definitions.module.css';

const texts = dataModelWords.properties;

export interface PropertiesDialogProps {
  readonly eventType: EventType | undefined;
  readonly model: DataModel;
  readonly actions: DefinitionActions;
  readonly onClose: () => void;
}

/** What an event of a type carries: rename, add, take off. */
export function PropertiesDialog(props: PropertiesDialogProps) {
  const mutate = createMutate();
  const [isCreating, setCreating] = createSignal(false);
  const type = () => props.eventType;
  const carried = () =>
    (type()?.properties ?? []).flatMap((id) => props.model.properties.find((one) => one.id === id) ?? []);
  const others = () =>
    props.model.properties.filter((one) => !one.archived && !type()?.properties.includes(one.id));
  const setProperties = (properties: readonly PropertyId[], said?: string) => {
    const before = type();
    if (!before) return;
    void mutate(
      { name: 'define-event-type', eventType: { ...before, properties } },
      said === undefined
        ? {}
        : { done: { text: said, undo: { name: 'define-event-type', eventType: before } } },
    );
  };
  const add = (id: PropertyId) => setProperties([...(type()?.properties ?? []), id]);
  const takeOff = (property: Property) =>
    setProperties(
      (type()?.properties ?? []).filter((id) => id !== property.id),
      texts.takenOff(property.name),
    );
  const alsoOn = (property: Property) => {
    const names = props.model.eventTypes
      .filter((one) => one.id !== type()?.id && one.properties.includes(property.id))
      .map((one) => one.name);
    return names.length === 0 ? undefined : texts.alsoOn(formatList(names));
  };
  return (
    <>
      <Dialog
        wide
        open={type() !== undefined && !isCreating()}
        title={texts.title(type()?.name ?? '')}
        onClose={() => {
          if (!isCreating()) props.onClose();
        }}
      >
        <p class={styles.quiet}>{carried().length === 0 ? texts.none : texts.note}</p>
        <ul class={styles.properties}>
          <For each={carried()}>
            {(property) => (
              <li class={styles.property}>
                <NameCell
                  definition={{ kind: 'property', of: property }}
                  actions={props.actions}
                  note={alsoOn(property)}
                />
                <span class={styles.key}>{property.key}</span>
                <span class={styles.quiet}>{words.types[property.type]}</span>
                <IconButton small label={texts.remove(property.name)} onClick={() => takeOff(property)}>
                  <X size={15} />
                </IconButton>
              </li>
            )}
          </For>
        </ul>
        <div class={styles.addLine}>
          <Button icon={<Plus size={15} />} onClick={() => setCreating(true)}>
            {dataModelWords.create.property}
          </Button>
          <Show when={others().length > 0}>
            <Combobox
              label={texts.add}
              placeholder={texts.existing}
              value={null}
              options={others().map((one) => ({
                value: one.id,
                label: one.name,
                hint: words.types[one.type],
              }))}
              onValue={add}
            />
          </Show>
        </div>
      </Dialog>
      <CreateDefinitionDialog
        kind={isCreating() ? 'property' : undefined}
        title={dataModelWords.create.property}
        model={props.model}
        onCreated={(made) => made.kind === 'property' && add(made.of.id)}
        onClose={() => setCreating(false)}
      />
    </>
  );
}
