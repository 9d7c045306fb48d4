import AtSign from 'lucide-solid/icons/at-sign';
import Blend from 'lucide-solid/icons/blend';
import Calendar from 'lucide-solid/icons/calendar';
import CalendarClock from 'lucide-solid/icons/calendar-clock';
import CircleHelp from 'lucide-solid/icons/circle-question-mark';
import FileText from 'lucide-solid/icons/file-text';
import Hash from 'lucide-solid/icons/hash';
import List from 'lucide-solid/icons/list';
import MailCheck from 'lucide-solid/icons/mail-check';
import MessageSquareText from 'lucide-solid/icons/message-square-text';
import Tag from 'lucide-solid/icons/tag';
import ToggleLeft from 'lucide-solid/icons/toggle-left';
import Type from 'lucide-solid/icons/type';
import Zap from 'lucide-solid/icons/zap';
import type { JSX } from 'solid-js';
import type { Channel, DataModel, ValueType } from '../../shared/profile/data-model.ts';
import type { SegmentNode } from '../../shared/segment/definition.ts';

const SIZE = 15;
export const TYPE_ICONS: Readonly<Record<ValueType, () => JSX.Element>> = {
  text: () => <Type size={SIZE} aria-hidden="true" />,
  number: () => <Hash size={SIZE} aria-hidden="true" />,
  'yes-no': () => <ToggleLeft size={SIZE} aria-hidden="true" />,
  date: () => <Calendar size={SIZE} aria-hidden="true" />,
  timestamp: () => <CalendarClock size={SIZE} aria-hidden="true" />,
  list: () => <List size={SIZE} aria-hidden="true" />,
};
export const CHANNEL_ICONS: Readonly<Record<Channel, () => JSX.Element>> = {
  email: () => <MailCheck size={SIZE} aria-hidden="true" />,
  sms: () => <MessageSquareText size={SIZE} aria-hidden="true" />,
};
export const KIND_ICONS = {
  event: () => <Zap size={SIZE} aria-hidden="true" />,
  tag: () => <Tag size={SIZE} aria-hidden="true" />,
  segment: () => <Blend size={SIZE} aria-hidden="true" />,
  fact: () => <FileText size={SIZE} aria-hidden="true" />,
  address: () => <AtSign size={SIZE} aria-hidden="true" />,
  unknown: () => <CircleHelp size={SIZE} aria-hidden="true" />,
} satisfies Record<string, () => JSX.Element>;

/** The picture of what a condition is about. */
export function nodeIcon(node: SegmentNode, model: DataModel): JSX.Element {
  switch (node.kind) {
    case 'attribute':
      return TYPE_ICONS[model.attributes.find(({ id }) => id === node.attribute)?.type ?? 'text']();
    case 'consent':
      return CHANNEL_ICONS[node.channel]();
    case 'event':
    case 'tag':
    case 'segment':
    case 'unknown':
      return KIND_ICONS[node.kind]();
    case 'fact':
      return node.fact.kind === 'has-address' ? KIND_ICONS.address() : KIND_ICONS.fact();
    default:
      return undefined;
  }
}
