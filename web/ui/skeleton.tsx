import styles from './surface.module.css';

/** Where something will stand. `width` in em, so that it is as long as the text to come. */
export function Skeleton(props: { readonly width?: number }) {
  return (
    <span
      class={styles.skeleton}
      style={{ 'inline-size': props.width === undefined ? undefined : `${props.width}em` }}
      aria-hidden="true"
    />
  );
}
