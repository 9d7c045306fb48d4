import { type JSX, Show } from 'solid-js';
import styles from './surface.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; `null` while unknown. */
  readonly share: number | null;
  /** What was done of how much, how fast, how long still. */
  readonly note?: JSX.Element;
}

export function ProgressBar(props: ProgressBarProps) {
  const percent = () => (props.share === null ? undefined : Math.round(props.share * 100));
  return (
    <div class={styles.progress}>
      <div class={styles.progressText}>
        <span>{props.label}</span>
        <Show when={props.note}>
          <span>{props.note}</span>
        </Show>
      </div>
      <div
        role="progressbar"
        aria-label={props.label}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow={percent()}
        class={styles.track}
      >
        <div
          class={styles.fill}
          classList={{ [styles.unknown ?? '']: props.share === null }}
          style={{ '--share': props.share === null ? 1 : props.share }}
        />
      </div>
    </div>
  );
}
