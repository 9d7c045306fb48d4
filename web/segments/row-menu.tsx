import Archive from 'lucide-solid/icons/archive';
import ArchiveRestore from 'lucide-solid/icons/archive-restore';
import Copy from 'lucide-solid/icons/copy';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import PenLine from 'lucide-solid/icons/pen-line';
import SquarePen from 'lucide-solid/icons/square-pen';
import Trash2 from 'lucide-solid/icons/trash';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { segmentsWords } from '../words/en-segments.ts';
import type { SegmentListActions } from './list-actions.ts';
import type { ListEntry } from './list-entries.ts';

export function RowMenu(props: { readonly entry: ListEntry; readonly actions: SegmentListActions }) {
  const { actions } = props;
  const items = (): readonly MenuItem[] => {
    const { entry } = props;
    const open = {
      label: segmentsWords.open,
      icon: () => <SquarePen size={15} />,
      keys: 'Enter',
      onSelect: () => actions.open(entry),
    };
    const copy = {
      label: segmentsWords.copy,
      icon: () => <Copy size={15} />,
      onSelect: () => void actions.copy(entry),
    };
    const remove = {
      label: segmentsWords.delete,
      icon: () => <Trash2 size={15} />,
      keys: 'Del',
      danger: true,
      apart: true,
      onSelect: () => void actions.remove(entry),
    };
    if (!entry.row) return [open, remove];
    const { archived } = entry.row;
    return [
      open,
      {
        label: segmentsWords.rename,
        icon: () => <PenLine size={15} />,
        keys: 'F2',
        onSelect: () => actions.startRenaming(entry),
      },
      copy,
      {
        label: archived ? segmentsWords.unarchive : segmentsWords.archive,
        icon: () => (archived ? <ArchiveRestore size={15} /> : <Archive size={15} />),
        onSelect: () => void actions.archive(entry, !archived),
      },
      remove,
    ];
  };
  return (
    <Menu
      end
      label={segmentsWords.actions(props.entry.title)}
      items={items()}
      trigger={(trigger) => (
        <IconButton small {...trigger} label={segmentsWords.actions(props.entry.title)}>
          <Ellipsis size={16} />
        </IconButton>
      )}
    />
  );
}
