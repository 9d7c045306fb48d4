import { A } from '@solidjs/router';
import Blend from 'lucide-solid/icons/blend';
import Database from 'lucide-solid/icons/database';
import FileDown from 'lucide-solid/icons/file-down';
import Settings from 'lucide-solid/icons/settings';
import Users from 'lucide-solid/icons/users';
import { For, type JSX } from 'solid-js';
import { words } from '../words/en.ts';
import { Mark } from './mark.tsx';
import styles from './navigation.module.css';

interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: () => JSX.Element;
}

const AUDIENCE: readonly Place[] = [
  { href: '/segments', label: words.nav.segments, icon: () => <Blend size={17} /> },
  { href: '/profiles', label: words.nav.profiles, icon: () => <Users size={17} /> },
  { href: '/data-model', label: words.nav.dataModel, icon: () => <Database size={17} /> },
  { href: '/imports', label: words.nav.imports, icon: () => <FileDown size={17} /> },
];
const REST: readonly Place[] = [
  { href: '/settings', label: words.nav.settings, icon: () => <Settings size={17} /> },
];

/** A side bar, of icons where room is short; on a phone the same places along the bottom edge. */
export function Navigation() {
  return (
    <nav class={styles.nav} aria-label={words.nav.label}>
      <A href="/segments" class={styles.brand} aria-label={words.product} activeClass="">
        <Mark />
        <span>{words.product}</span>
      </A>
      <p class={styles.heading} aria-hidden="true">
        {words.nav.audience}
      </p>
      <Places places={AUDIENCE} />
      <div class={styles.gap} />
      <Places places={REST} />
    </nav>
  );
}

function Places(props: { readonly places: readonly Place[] }) {
  return (
    <ul class={styles.places}>
      <For each={props.places}>
        {(place) => (
          <li>
            <A href={place.href} class={styles.place} activeClass={styles.here ?? ''} title={place.label}>
              {place.icon()}
              <span class={styles.label}>{place.label}</span>
            </A>
          </li>
        )}
      </For>
    </ul>
  );
}
