import X from 'lucide-solid/icons/x';
import { createContext, createSignal, For, type JSX, onCleanup, Show, useContext } from 'solid-js';
import { assert } from '../../shared/kernel/assert.ts';
import { words } from '../words/en.ts';
import styles from './toast.module.css';

export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}
interface StandingToast extends Toast {
  readonly key: number;
}
export interface Toasts {
  /** Said aloud and shown; stays at least ten seconds, longer under the pointer or the focus. */
  show(toast: Toast): void;
}

const STAY_MS = 10_000;
const MOST_AT_ONCE = 3;
const ToastContext = createContext<Toasts>();

export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  assert(toasts, 'a toast needs its ToastRegion');
  return toasts;
}

/** Wraps the app. F6 brings the focus to the newest toast. */
export function ToastRegion(props: { readonly children: JSX.Element }) {
  const [standing, setStanding] = createSignal<readonly StandingToast[]>([]);
  let lastKey = 0;
  let region: HTMLElement | undefined;
  const remove = (key: number) => setStanding((all) => all.filter((toast) => toast.key !== key));
  const show = (toast: Toast) => {
    lastKey += 1;
    setStanding((all) => [...all, { ...toast, key: lastKey }].slice(-MOST_AT_ONCE));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F6') return;
    const buttons = region?.querySelectorAll('button');
    const newest = buttons?.item(Math.max(0, buttons.length - 2));
    if (!newest) return;
    event.preventDefault();
    newest.focus();
  };
  document.addEventListener('keydown', onKeyDown);
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));
  return (
    <ToastContext.Provider value={{ show }}>
      {props.children}
      <section ref={region} class={styles.region} aria-label={words.common.messages} aria-live="polite">
        <For each={standing()}>{(toast) => <ToastCard toast={toast} onDone={() => remove(toast.key)} />}</For>
      </section>
    </ToastContext.Provider>
  );
}

function ToastCard(props: { readonly toast: StandingToast; readonly onDone: () => void }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => clearTimeout(timer);
  const countDown = () => {
    wait();
    timer = setTimeout(() => props.onDone(), STAY_MS);
  };
  const act = () => {
    props.onDone();
    props.toast.action?.run();
  };
  countDown();
  onCleanup(wait);
  return (
    <div
      class={styles.toast}
      onPointerEnter={wait}
      onPointerLeave={countDown}
      onFocusIn={wait}
      onFocusOut={countDown}
    >
      <span class={styles.text}>{props.toast.text}</span>
      <Show when={props.toast.action}>
        {(action) => (
          <button type="button" class={styles.undo} onClick={act}>
            {action().label}
          </button>
        )}
      </Show>
      <button
        type="button"
        class={styles.close}
        aria-label={words.common.dismiss}
        onClick={() => props.onDone()}
      >
        <X size={15} />
      </button>
    </div>
  );
}
