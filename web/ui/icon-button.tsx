import { type ComponentProps, splitProps } from 'solid-js';
import { type ButtonLook, buttonClass } from './button.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'class' | 'style' | 'title'> {
  /** Read aloud, and shown while hovering. */
  readonly label: string;
  readonly look?: ButtonLook | undefined;
  readonly small?: boolean | undefined;
}

/** One action as a picture. The children are the icon. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'look', 'small']);
  return (
    <button
      type="button"
      {...rest}
      class={buttonClass(own.look ?? 'quiet', { small: own.small, icon: true })}
      aria-label={own.label}
      title={own.label}
    />
  );
}
