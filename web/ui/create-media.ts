import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** Whether a media query holds, followed as it changes. For what CSS alone cannot do. */
export function createMedia(query: string): Accessor<boolean> {
  if (typeof matchMedia !== 'function') return () => false;
  const media = matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const read = () => setMatches(media.matches);
  media.addEventListener('change', read);
  onCleanup(() => media.removeEventListener('change', read));
  return matches;
}

/** A phone held upright: tables show two lines a row instead of many columns. */
export const NARROW = '(max-width: 40rem)';
