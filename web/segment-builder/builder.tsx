import Plus from 'lucide-solid/icons/plus';
import Users from 'lucide-solid/icons/users';
import { createSignal, lazy, onCleanup, Show, Suspense } from 'solid-js';
import { Button } from '../ui/button.tsx';
import { createMedia } from '../ui/create-media.ts';
import { createShortcut } from '../ui/create-shortcut.ts';
import { Dialog } from '../ui/dialog.tsx';
import { builderWords } from '../words/en-builder.ts';
import styles from './builder.module.css';
import { type Builder as BuilderParts, BuilderProvider } from './builder-context.tsx';
import { BuilderHeader, type BuilderHeaderProps } from './builder-header.tsx';
import { Canvas } from './canvas.tsx';
import { ConditionsPanel } from './conditions-panel.tsx';
import type { EvaluationLane } from './create-evaluation.ts';
import { loadRowEditor } from './load-row-editor.ts';
import { ResultPanel, Total } from './result-panel.tsx';
import { Sentence } from './sentence.tsx';

export interface BuilderViewProps extends Omit<BuilderHeaderProps, 'isPhone'> {
  readonly builder: BuilderParts;
  readonly lane: EvaluationLane;
  /** Another edit was saved after this draft began. */
  readonly isOvertaken: boolean;
}

const MembersList = lazy(async () => ({ default: (await import('./members-list.tsx')).MembersList }));
const PHONE = '(max-width: 48rem)';
const NO_PANEL = '(max-width: 75rem)';

/** The whole builder: conditions to choose from, the canvas, and what comes of it. */
export function BuilderView(props: BuilderViewProps) {
  const isPhone = createMedia(PHONE);
  const hasNoPanel = createMedia(NO_PANEL);
  const [isAdding, setAdding] = createSignal(false);
  const [isShowing, setShowing] = createSignal(false);
  const add = () => (hasNoPanel() ? setAdding(true) : document.getElementById('condition-search')?.focus());
  createShortcut('f', add);
  listenForUndo(() => props.builder);
  void loadRowEditor();
  return (
    <BuilderProvider builder={props.builder}>
      <div class={styles.builder} classList={{ [styles.noticed ?? '']: props.isOvertaken }}>
        <BuilderHeader
          isPhone={isPhone()}
          isSaving={props.isSaving}
          onSave={props.onSave}
          onDiscard={props.onDiscard}
        />
        <Show when={props.isOvertaken}>
          <div class={styles.notice} role="status">
            {builderWords.otherEdit}
            <Button small onClick={() => props.onDiscard()}>
              {builderWords.takeTheirs}
            </Button>
          </div>
        </Show>
        <Show when={!hasNoPanel()}>
          <section class={styles.panel} aria-label={builderWords.panel.label}>
            <ConditionsPanel />
          </section>
        </Show>
        <div class={styles.middle}>
          <Show when={hasNoPanel() && !isPhone()}>
            <div class={styles.addRow}>
              <Button icon={<Plus size={15} />} onClick={() => setAdding(true)}>
                {builderWords.panel.add}
              </Button>
            </div>
          </Show>
          <Canvas onAdd={add} />
        </div>
        <Show
          when={isPhone()}
          fallback={
            <aside class={styles.aside} aria-label={builderWords.result.label}>
              <ResultPanel />
              <Sentence />
              <Suspense>
                <MembersList lane={props.lane.lane} answers={props.lane.answers} />
              </Suspense>
            </aside>
          }
        >
          <footer class={styles.footer}>
            <button type="button" class={styles.footerTotal} onClick={() => setShowing(true)}>
              <Total small />
              <span class="aside-from-sight">{builderWords.result.show}</span>
            </button>
            <Button
              icon={<Users size={16} />}
              aria-label={builderWords.result.show}
              onClick={() => setShowing(true)}
            />
            <Button look="primary" icon={<Plus size={16} />} onClick={() => setAdding(true)}>
              {builderWords.panel.label}
            </Button>
          </footer>
        </Show>
      </div>
      <Dialog open={isAdding()} title={builderWords.panel.add} onClose={() => setAdding(false)}>
        <div class={styles.sheet}>
          <ConditionsPanel autofocus onAdded={() => setAdding(false)} />
        </div>
      </Dialog>
      <Dialog open={isShowing()} title={builderWords.result.label} onClose={() => setShowing(false)}>
        <div class={styles.sheet}>
          <ResultPanel />
          <Sentence />
          <Suspense>
            <MembersList lane={props.lane.lane} answers={props.lane.answers} />
          </Suspense>
        </div>
      </Dialog>
    </BuilderProvider>
  );
}

/** Ctrl+Z undoes the draft; while typing, the field's own undo comes first. */
function listenForUndo(builder: () => BuilderParts): void {
  const hear = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    if (target && /^(INPUT|TEXTAREA)$/.test(target.tagName)) return;
    const key = event.key.toLowerCase();
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isRedo && key !== 'z') return;
    event.preventDefault();
    if (isRedo) builder().store.redo();
    else builder().store.undo();
  };
  document.addEventListener('keydown', hear);
  onCleanup(() => document.removeEventListener('keydown', hear));
}
