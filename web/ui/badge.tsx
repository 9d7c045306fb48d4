import type { JSX } from 'solid-js';
import styles from './surface.module.css';

/** `sea` good, `sand` not finished, `coral` broken or left out. Always with a word, never colour alone. */
export type Tone = 'neutral' | 'sea' | 'sand' | 'coral';

export function Badge(props: { readonly tone?: Tone; readonly children: JSX.Element }) {
  return <span class={`${styles.badge} ${styles[props.tone ?? 'neutral']}`}>{props.children}</span>;
}
