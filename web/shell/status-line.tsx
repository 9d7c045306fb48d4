import { A } from '@solidjs/router';
import CloudOff from 'lucide-solid/icons/cloud-off';
import HardDrive from 'lucide-solid/icons/hard-drive';
import { createSignal, onCleanup, Show } from 'solid-js';
import { useWorkspace } from '../data/workspace-context.tsx';
import { words } from '../words/en.ts';
import { formatCounted } from '../words/format-number.ts';
import styles from './status-line.module.css';

/** Always says where things stand: whose data, how much, offline or not, and that it is kept here. */
export function StatusLine() {
  const workspace = useWorkspace();
  const isOnline = createOnline();
  const profiles = () =>
    formatCounted(workspace().profileCount, words.common.profileOne, words.common.profileMany);
  const events = () => formatCounted(workspace().eventCount, words.common.eventOne, words.common.eventMany);
  return (
    <div class={styles.line}>
      <A href="/settings" class={styles.workspace} activeClass="">
        {workspace().settings.name}
      </A>
      <span class={styles.data}>{words.status.dataOf(profiles(), events())}</span>
      <span class={styles.state} role="status">
        <Show
          when={isOnline()}
          fallback={
            <span class={styles.offline} title={words.status.savedOffline}>
              <CloudOff size={14} aria-hidden="true" />
              {words.status.offline}
            </span>
          }
        >
          <span class="aside-from-sight">{words.status.online}</span>
        </Show>
        <span class={styles.saved}>
          <HardDrive size={14} aria-hidden="true" />
          {words.status.saved}
        </span>
      </span>
    </div>
  );
}

function createOnline(): () => boolean {
  const [isOnline, setOnline] = createSignal(navigator.onLine);
  const read = () => setOnline(navigator.onLine);
  window.addEventListener('online', read);
  window.addEventListener('offline', read);
  onCleanup(() => {
    window.removeEventListener('online', read);
    window.removeEventListener('offline', read);
  });
  return isOnline;
}
