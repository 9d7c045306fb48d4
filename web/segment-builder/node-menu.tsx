import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import CircleMinus from 'lucide-solid/icons/circle-minus';
import CirclePlus from 'lucide-solid/icons/circle-plus';
import Copy from 'lucide-solid/icons/copy';
import CornerDownRight from 'lucide-solid/icons/corner-down-right';
import CornerUpLeft from 'lucide-solid/icons/corner-up-left';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import GroupIcon from 'lucide-solid/icons/group';
import Trash2 from 'lucide-solid/icons/trash';
import Ungroup from 'lucide-solid/icons/ungroup';
import type { SegmentNode } from '../../shared/segment/definition.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { builderWords } from '../words/en-builder.ts';
import { useBuilder } from './builder-context.tsx';
import { canMove, type Direction } from './keyboard-move.ts';

const words = builderWords.canvas.menu;

/** All that can be done to a row or a group; dragging is one way of several. */
export function NodeMenu(props: { readonly node: SegmentNode; readonly name: string }) {
  const builder = useBuilder();
  const { actions } = builder;
  const id = () => props.node.id;
  const move = (label: string, direction: Direction, icon: MenuItem['icon'], keys: string): MenuItem => ({
    label,
    ...(icon ? { icon } : {}),
    keys,
    disabled: !canMove(builder.store.draft().definition.root, id(), direction),
    onSelect: () => actions.step(id(), direction),
  });
  const items = (): readonly MenuItem[] => [
    {
      label: props.node.negated ? words.include : words.exclude,
      icon: () => (props.node.negated ? <CirclePlus size={15} /> : <CircleMinus size={15} />),
      onSelect: () => actions.negate(id(), !props.node.negated),
    },
    {
      label: props.node.muted ? words.unmute : words.mute,
      icon: () => (props.node.muted ? <Eye size={15} /> : <EyeOff size={15} />),
      onSelect: () => actions.mute(id(), !props.node.muted),
    },
    { label: words.duplicate, icon: () => <Copy size={15} />, onSelect: () => actions.duplicate(id()) },
    {
      label: words.wrap,
      icon: () => <GroupIcon size={15} />,
      apart: true,
      onSelect: () => actions.wrap(id()),
    },
    ...(props.node.kind === 'group'
      ? [
          {
            label: words.ungroup,
            icon: () => <Ungroup size={15} />,
            disabled: props.node.negated === true,
            onSelect: () => actions.ungroup(id()),
          },
        ]
      : []),
    move(words.up, 'up', () => <ArrowUp size={15} />, 'Alt+↑'),
    move(words.down, 'down', () => <ArrowDown size={15} />, 'Alt+↓'),
    move(words.into, 'into', () => <CornerDownRight size={15} />, 'Alt+→'),
    move(words.out, 'out', () => <CornerUpLeft size={15} />, 'Alt+←'),
    {
      label: words.remove,
      icon: () => <Trash2 size={15} />,
      danger: true,
      apart: true,
      onSelect: () => actions.remove(id()),
    },
  ];
  return (
    <Menu
      end
      label={builderWords.canvas.actions(props.name)}
      items={items()}
      trigger={(trigger) => (
        <IconButton small {...trigger} data-actions label={builderWords.canvas.actions(props.name)}>
          <Ellipsis size={16} />
        </IconButton>
      )}
    />
  );
}
