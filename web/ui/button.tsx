import { type ComponentProps, type JSX, Show, splitProps } from 'solid-js';
import styles from './button.module.css';

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'class' | 'style'> {
  readonly look?: ButtonLook | undefined;
  readonly small?: boolean | undefined;
  readonly icon?: JSX.Element;
  /** Working: shown as such, and further presses are ignored. */
  readonly busy?: boolean | undefined;
}

/** One action in words. At most one `primary` on a screen. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['look', 'small', 'icon', 'busy', 'children', 'disabled']);
  return (
    <button
      type="button"
      {...rest}
      disabled={own.disabled || own.busy}
      aria-busy={own.busy ? 'true' : undefined}
      class={buttonClass(own.look ?? 'plain', { small: own.small, busy: own.busy })}
    >
      <Show when={!own.busy}>{own.icon}</Show>
      {own.children}
    </button>
  );
}

/** The look of a button for something else that is pressed: a link, a file picker's label. */
export function buttonClass(
  look: ButtonLook,
  also: {
    readonly small?: boolean | undefined;
    readonly icon?: boolean | undefined;
    readonly busy?: boolean | undefined;
  } = {},
): string {
  const parts = [styles.button, styles[look]];
  if (also.small) parts.push(styles.small);
  if (also.icon) parts.push(styles.icon);
  if (also.busy) parts.push(styles.busy);
  return parts.join(' ');
}
