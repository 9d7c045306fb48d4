import { Show } from 'solid-js';
import type { NodeId } from '../../shared/segment/definition.ts';
import { builderWords } from '../words/en-builder.ts';
import { DASH, formatNumber, formatSigned } from '../words/format-number.ts';
import { useBuilder } from './builder-context.tsx';
import styles from './counts-gutter.module.css';

export interface CountsGutterProps {
  readonly node: NodeId;
  readonly isMuted: boolean;
  /** Of the group around it. */
  readonly match: 'all' | 'any';
}

const words = builderWords.gutter;
/** A bar that stands for somebody is never too thin to see. */
const LEAST_SHARE = 0.03;

/**
 * The numbers of one row (SEG-28), over a bar as wide as its part of everyone: down the canvas the bars
 * make the shape of the segment.
 */
export function CountsGutter(props: CountsGutterProps) {
  const builder = useBuilder();
  const now = () => builder.counts(props.node);
  const last = () => builder.lastCounts(props.node);
  const shareOf = (count: number | null | undefined) => {
    const population = builder.evaluation()?.population ?? 0;
    return population === 0 ? 0 : (count ?? 0) / population;
  };
  const soFar = () => (props.isMuted ? null : now()?.soFar);
  const lastSoFar = () => last()?.soFar ?? null;
  const shown = () => soFar() ?? (props.isMuted ? null : lastSoFar());
  return (
    <div
      class={styles.gutter}
      classList={{ [styles.stale ?? '']: builder.isStale(), [styles.unknown ?? '']: soFar() === null }}
      style={{ '--so-far': shareOf(shown()), '--least': shown() ? LEAST_SHARE : 0 }}
    >
      <div class={styles.stream} aria-hidden="true">
        <div class={styles.bar} />
      </div>
      <p class={styles.soFar} title={props.match === 'all' ? words.soFarHint : words.soFarHintAny}>
        <span class="aside-from-sight">{words.soFar} </span>
        <Show when={soFar() !== undefined} fallback={<span class={styles.pending}>{DASH}</span>}>
          <Figure now={soFar() ?? null} last={props.isMuted ? null : lastSoFar()} />
        </Show>
      </p>
      <p class={styles.rest}>
        <span title={words.aloneHint}>
          {words.alone} <Figure now={now()?.alone ?? null} last={last()?.alone ?? null} />
        </span>
        <Show when={!props.isMuted}>
          <span class={styles.without} title={words.withoutHint}>
            {words.without} <Figure signed now={now()?.without ?? null} last={null} />
          </span>
        </Show>
      </p>
    </div>
  );
}

/** The number; or a dash, beside the last one there was. */
function Figure(props: {
  readonly now: number | null;
  readonly last: number | null;
  readonly signed?: boolean;
}) {
  const format = (value: number) => (props.signed ? formatSigned(value) : formatNumber(value));
  return (
    <Show
      when={props.now !== null}
      fallback={
        <>
          <span title={words.unknown}>{DASH}</span>
          <Show when={props.last !== null}>
            {' '}
            <span class={styles.last} title={words.last(format(props.last ?? 0))}>
              {format(props.last ?? 0)}
            </span>
          </Show>
        </>
      }
    >
      <b>{format(props.now ?? 0)}</b>
    </Show>
  );
}
