import Check from 'lucide-solid/icons/check';
import CheckCheck from 'lucide-solid/icons/check-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import Clock from 'lucide-solid/icons/clock';
import X from 'lucide-solid/icons/x';
import type { JSX } from 'solid-js';
import type { ConsentState } from '../../shared/profile/profile.ts';
import { words } from '../words/en.ts';
import styles from './consents.module.css';

export type ShownState = ConsentState | 'never-asked';

const MARKS: Readonly<
  Record<ShownState, { readonly icon: () => JSX.Element; readonly look: string | undefined }>
> = {
  'opted-in': { icon: () => <Check size={14} aria-hidden="true" />, look: styles.yes },
  confirmed: { icon: () => <CheckCheck size={14} aria-hidden="true" />, look: styles.yes },
  pending: { icon: () => <Clock size={14} aria-hidden="true" />, look: styles.pending },
  'opted-out': { icon: () => <X size={14} aria-hidden="true" />, look: styles.no },
  'never-asked': { icon: () => <CircleDashed size={14} aria-hidden="true" />, look: styles.never },
};

/** A state in a word and a sign, never by colour alone. */
export function ConsentMark(props: { readonly state: ShownState }) {
  return (
    <span class={`${styles.mark} ${MARKS[props.state].look}`}>
      {MARKS[props.state].icon()}
      {words.consentStates[props.state]}
    </span>
  );
}
