import Shapes from 'lucide-solid/icons/shapes';
import { createMemo } from 'solid-js';
import type { SubjectCounts } from '../../shared/worker-api.ts';
import { Button } from '../ui/button.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { dataModelWords } from '../words/en-data-model.ts';
import type { DefinitionActions } from './create-definition-actions.ts';
import { type Definition, isStandard, listed } from './definition.ts';
import { textBehind } from './text-behind.ts';

interface Defined {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly archived: boolean;
}

export interface DefinitionTableProps<Row extends Defined> {
  readonly tab: 'attributes' | 'events' | 'tags' | 'topics';
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly definition: (row: Row) => Definition;
  readonly counts: SubjectCounts | undefined;
  readonly actions: DefinitionActions;
  readonly text: string;
  readonly archived: boolean;
  readonly isKnown: boolean;
  readonly onClear: () => void;
  readonly onCreate: () => void;
  readonly onOpen?: (row: Row) => void;
}

/** Definitions of one kind. F2 renames, Delete removes, Enter opens what there is to open. */
export function DefinitionTable<Row extends Defined>(props: DefinitionTableProps<Row>) {
  const rows = createMemo(() => listed(props.rows, { text: props.text, archived: props.archived }));
  // Before the model is known, skeletons stand in.
  const rowCount = () => (props.isKnown ? rows().length : 6);
  const onRowKey = (event: KeyboardEvent, row: Row): boolean => {
    if (event.key === 'F2') props.actions.setRenaming(row.id);
    else if (event.key === 'Delete' && !isStandard(props.definition(row))) {
      props.actions.remove(props.definition(row), textBehind(props.definition(row), props.counts));
    } else return false;
    return true;
  };
  const open = (row: Row) => {
    if (props.onOpen) props.onOpen(row);
    else props.actions.setRenaming(row.id);
  };
  return (
    <DataTable
      label={dataModelWords.tabs[props.tab]}
      columns={props.columns}
      rowCount={rowCount()}
      rowAt={(index) => rows()[index]}
      rowHeight={2.75}
      onOpen={open}
      onRowKey={onRowKey}
      empty={<Empty {...props} isSearch={props.text.trim() !== ''} />}
    />
  );
}

function Empty(
  props: Pick<DefinitionTableProps<Defined>, 'tab' | 'onClear' | 'onCreate'> & { readonly isSearch: boolean },
) {
  const texts = () => dataModelWords.empty[props.isSearch ? 'noMatch' : props.tab];
  return (
    <EmptyState
      icon={<Shapes size={32} aria-hidden="true" />}
      title={texts()[0]}
      text={texts()[1]}
      actions={
        props.isSearch ? (
          <Button onClick={() => props.onClear()}>{dataModelWords.empty.clear}</Button>
        ) : (
          <Button onClick={() => props.onCreate()}>{dataModelWords.create[props.tab]}</Button>
        )
      }
    />
  );
}
