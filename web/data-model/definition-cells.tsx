import Archive from 'lucide-solid/icons/archive';
import ArchiveRestore from 'lucide-solid/icons/archive-restore';
import Copy from 'lucide-solid/icons/copy';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import PenLine from 'lucide-solid/icons/pen-line';
import Trash from 'lucide-solid/icons/trash';
import { Show } from 'solid-js';
import { Badge } from '../ui/badge.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { RenameField } from '../ui/rename-field.tsx';
import { dataModelWords } from '../words/en-data-model.ts';
import { formatNumber, formatShare } from '../words/format-number.ts';
import type { DefinitionActions } from './create-definition-actions.ts';
import { type Definition, isStandard } from './definition.ts';
import styles from './definitions.module.css';

const texts = dataModelWords;

interface CellProps {
  readonly definition: Definition;
  readonly actions: DefinitionActions;
}

/** The name, changed where it stands. */
export function NameCell(props: CellProps & { readonly note?: string | undefined }) {
  const { actions } = props;
  const definition = () => props.definition.of;
  return (
    <Show
      when={actions.renaming() === definition().id}
      fallback={
        <span class={styles.texts}>
          <span class={styles.first}>
            <button
              type="button"
              tabindex="-1"
              class={styles.name}
              onClick={() => actions.setRenaming(definition().id)}
            >
              {definition().name}
            </button>
            <Show when={isStandard(props.definition)}>
              <span title={texts.standardHint}>
                <Badge>{texts.standard}</Badge>
              </span>
            </Show>
            <Show when={definition().archived}>
              <Badge tone="sand">{texts.archived}</Badge>
            </Show>
          </span>
          <Show when={props.note}>
            <span class={styles.note}>{props.note}</span>
          </Show>
        </span>
      }
    >
      <RenameField
        name={definition().name}
        label={texts.renameLabel(definition().name)}
        onName={(name) => void actions.rename(props.definition, name)}
        onCancel={() => actions.setRenaming(undefined)}
      />
    </Show>
  );
}

/** How many have it: the number, and its share as a bar. */
export function FillCell(props: { readonly count: number | undefined; readonly all: number }) {
  const share = () => (props.all > 0 ? (props.count ?? 0) / props.all : 0);
  return (
    <Show when={props.count !== undefined}>
      <span class={styles.fill} title={formatShare(props.count ?? 0, props.all)}>
        <span>{formatNumber(props.count ?? 0)}</span>
        <span class={styles.track} aria-hidden="true">
          <span class={styles.bar} style={{ '--share': share() }} />
        </span>
      </span>
    </Show>
  );
}

export interface DefinitionMenuProps extends CellProps {
  /** What stands behind it, in words; `undefined` for nothing. */
  readonly behind: string | undefined;
  readonly more?: readonly MenuItem[];
}

export function DefinitionMenu(props: DefinitionMenuProps) {
  const { actions } = props;
  const name = () => props.definition.of.name;
  const items = (): readonly MenuItem[] => {
    const { definition } = props;
    const { archived } = definition.of;
    const rename: MenuItem = {
      label: texts.rename,
      icon: () => <PenLine size={15} />,
      keys: 'F2',
      onSelect: () => actions.setRenaming(definition.of.id),
    };
    const copy: MenuItem = {
      label: texts.copyKey,
      icon: () => <Copy size={15} />,
      onSelect: () => void actions.copyKey(definition),
    };
    const always = [...(props.more ?? []), rename, copy];
    if (isStandard(definition)) return always;
    return [
      ...always,
      {
        label: archived ? texts.unarchive : texts.archive,
        icon: () => (archived ? <ArchiveRestore size={15} /> : <Archive size={15} />),
        apart: true,
        onSelect: () => void actions.archive(definition, !archived),
      },
      {
        label: texts.remove,
        icon: () => <Trash size={15} />,
        danger: true,
        keys: 'Del',
        onSelect: () => actions.remove(definition, props.behind),
      },
    ];
  };
  return (
    <Menu
      end
      label={texts.actions(name())}
      items={items()}
      trigger={(trigger) => (
        <IconButton small {...trigger} label={texts.actions(name())}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      )}
    />
  );
}
