import VenetianMask from 'lucide-solid/icons/venetian-mask';
import { Show } from 'solid-js';
import styles from './avatar.module.css';
import { initials } from './profile-name.ts';

export interface AvatarProps {
  readonly name: string;
  readonly known: boolean;
  readonly large?: boolean;
}

/** A face in a list: initials, or a mask for somebody not known yet. The name stands beside it. */
export function Avatar(props: AvatarProps) {
  const letters = () => (props.known ? initials(props.name) : '');
  return (
    <span
      class={styles.avatar}
      classList={{ [styles.anonymous ?? '']: !props.known, [styles.large ?? '']: props.large ?? false }}
      aria-hidden="true"
    >
      <Show when={letters()} fallback={<VenetianMask size={props.large ? 22 : 14} />}>
        {letters()}
      </Show>
    </span>
  );
}
