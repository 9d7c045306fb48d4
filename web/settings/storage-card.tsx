import ShieldAlert from 'lucide-solid/icons/shield-alert';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import { createSignal, Match, Show, Switch } from 'solid-js';
import { useApp } from '../data/app-context.tsx';
import { createQuery } from '../data/create-query.ts';
import { createRevision } from '../data/create-revision.ts';
import { useWorkspace } from '../data/workspace-context.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { settingsWords } from '../words/en-settings.ts';
import { workerErrorText } from '../words/error-text.ts';
import { formatBytes, formatCounted } from '../words/format-number.ts';
import styles from './settings.module.css';

const texts = settingsWords.storage;

/** How much is stored here, and whether the browser keeps it. */
export function StorageCard() {
  const app = useApp();
  const workspace = useWorkspace();
  const revision = createRevision(['workspace', 'imports']);
  const [answer, setAnswer] = createSignal<string>();
  const storage = createQuery(
    () => ({ at: revision() }),
    () => app.worker.storage(),
  );
  const canAsk = () => typeof navigator.storage?.persist === 'function';
  const persisted = () => storage.value()?.persisted;
  const protect = () => {
    setAnswer(texts.asking);
    // Firefox leaves this pending until the person answers its own question: nothing may wait for it.
    void navigator.storage.persist().then((granted) => {
      setAnswer(granted ? texts.granted : texts.refused);
      storage.ask();
    });
  };
  return (
    <Card title={texts.title}>
      <div class={styles.stack}>
        <p class={styles.quiet}>{texts.text}</p>
        <Show when={storage.value()} fallback={<Waiting error={storage.error()} />}>
          {(state) => (
            <>
              <Used used={state().usedBytes} quota={state().quotaBytes} memory={state().memoryBytes} />
              <Switch>
                <Match when={persisted() === true}>
                  <p class={styles.good}>
                    <ShieldCheck size={16} aria-hidden="true" />
                    <span>
                      <strong>{texts.protected}.</strong> {texts.protectedText}
                    </span>
                  </p>
                </Match>
                <Match when={persisted() === null || !canAsk()}>
                  <p class={styles.quiet}>{texts.unknownText}</p>
                </Match>
                <Match when={persisted() === false}>
                  <p class={styles.doubt}>
                    <ShieldAlert size={16} aria-hidden="true" />
                    <span>
                      <strong>{texts.unprotected}.</strong> {texts.unprotectedText}
                    </span>
                  </p>
                  <div>
                    <Button onClick={protect}>{texts.ask}</Button>
                  </div>
                </Match>
              </Switch>
            </>
          )}
        </Show>
        <p role="status" class={styles.answer}>
          {answer()}
        </p>
        <Show when={workspace().unsentCount > 0}>
          <p class={styles.quiet}>
            {formatCounted(workspace().unsentCount, texts.unsentOne, texts.unsentMany)}
          </p>
        </Show>
      </div>
    </Card>
  );
}

function Waiting(props: { readonly error: Parameters<typeof workerErrorText>[0] | undefined }) {
  return (
    <Show when={props.error} fallback={<Skeleton width={16} />}>
      {(error) => <p>{workerErrorText(error())}</p>}
    </Show>
  );
}

function Used(props: {
  readonly used: number | null;
  readonly quota: number | null;
  readonly memory: number;
}) {
  const text = () => {
    if (props.used === null) return texts.unknown;
    if (props.quota === null) return texts.usedOnly(formatBytes(props.used));
    return texts.used(formatBytes(props.used), formatBytes(props.quota));
  };
  return (
    <div class={styles.used}>
      <p>
        {text()} <span class={styles.quiet}>{texts.memory(formatBytes(props.memory))}</span>
      </p>
      <Show when={props.used !== null && props.quota}>
        {(quota) => (
          <meter
            class={styles.meter}
            aria-label={texts.meter}
            min="0"
            max={quota()}
            value={props.used ?? 0}
          />
        )}
      </Show>
    </div>
  );
}
