import { For } from 'solid-js';
import styles from './onboarding.module.css';

interface Fish {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly turn: number;
}

const COUNT = 64;
const GOLDEN_ANGLE = 2.39996;
/** The one that is looked for. */
const FOUND = 23;

/** Fish as seeds lie in a sunflower: evenly, and never in rows. Drawn out lengthwise, and all swim one way. */
const SHOAL: readonly Fish[] = Array.from({ length: COUNT }, (_, index) => {
  const angle = index * GOLDEN_ANGLE;
  const distance = Math.sqrt((index + 0.5) / COUNT);
  const x = 200 + Math.cos(angle) * distance * 178;
  const y = 160 + Math.sin(angle) * distance * (118 - Math.cos(angle) * 26);
  return { x, y, size: 1.15 - distance * 0.5, turn: Math.sin(angle) * distance * 16 };
});

/** A shoal, and one fish found in it. Decoration only. */
export function ShoalPicture() {
  return (
    <svg class={styles.picture} viewBox="0 0 400 320" aria-hidden="true">
      <For each={SHOAL}>
        {(fish, index) => (
          <path
            class={index() === FOUND ? styles.found : styles.fish}
            opacity={index() === FOUND ? 1 : 0.25 + fish.size * 0.5}
            transform={`translate(${fish.x.toFixed(1)} ${fish.y.toFixed(1)}) rotate(${fish.turn.toFixed(1)}) scale(${fish.size.toFixed(2)})`}
            d="M-15-6C-9 6 3 9 15 0C3-9-9-6-15 6"
          />
        )}
      </For>
    </svg>
  );
}
