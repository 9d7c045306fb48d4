import { A, useNavigate } from '@solidjs/router';
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleX from 'lucide-solid/icons/circle-x';
import { createMemo, createSignal, Match, onCleanup, Show, Switch } from 'solid-js';
import type { PickedFile } from '../../../shared/import-api.ts';
import { createDataModel } from '../../data/create-data-model.ts';
import { ColumnList } from '../../import/column-list.tsx';
import { type ChangedReading, createInspection } from '../../import/create-inspection.ts';
import { EventTypeField } from '../../import/event-type-field.tsx';
import { FileCard } from '../../import/file-card.tsx';
import { FileDrop } from '../../import/file-drop.tsx';
import { type ImportJob, type Preparation, useImports } from '../../import/import-context.tsx';
import { editPlan, type ImportDraft } from '../../import/import-draft.ts';
import { importErrorText } from '../../import/import-error-text.ts';
import { onLaunchedFile } from '../../import/launched-file.ts';
import { Outcome } from '../../import/outcome.tsx';
import { isKeyless, planProblems } from '../../import/plan-problems.ts';
import { ProofCard } from '../../import/proof-card.tsx';
import { RefusedFile } from '../../import/refused-file.tsx';
import { RunningImport } from '../../import/running-import.tsx';
import { StartBar } from '../../import/start-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { importWords } from '../../words/en-imports.ts';
import styles from './import-page.module.css';

/** The way of a file into Shoal: choose it, set right how it is read, let it run, see what it did. */
export function ImportPage() {
  const imports = useImports();
  const inspection = createInspection();
  onLaunchedFile((file) => void take(file));
  // What an import did is shown until one leaves; the next visit is for the next file.
  onCleanup(() => imports.dismiss());
  const take = (file: PickedFile) => {
    imports.dismiss();
    return inspection.inspect(file);
  };
  const restart = () => {
    imports.dismiss();
    imports.setPreparation({ kind: 'none' });
  };
  const job = <Kind extends ImportJob['kind']>(kind: Kind) => ofKind(imports.job(), kind);
  const prepared = <Kind extends Preparation['kind']>(kind: Kind) => ofKind(imports.preparation(), kind);
  return (
    <Page>
      <A href="/imports" class={styles.back}>
        <ArrowLeft size={15} aria-hidden="true" />
        {importWords.pick.back}
      </A>
      <Switch>
        <Match when={job('running')}>
          {(running) => (
            <>
              <PageHeader title={importWords.running.title(running().file.name)} />
              <RunningImport />
            </>
          )}
        </Match>
        <Match when={job('done')}>{(done) => <Done summary={done().summary} onAgain={restart} />}</Match>
        <Match when={job('failed')}>
          {(failed) => <Failed job={failed()} onBack={() => imports.dismiss()} onAgain={restart} />}
        </Match>
        <Match when={prepared('inspecting')}>
          {(inspecting) => (
            <>
              <PageHeader title={importWords.pick.title} />
              <div class={styles.waiting}>
                <ProgressBar label={importWords.pick.inspecting(inspecting().file.name)} share={null} />
              </div>
            </>
          )}
        </Match>
        <Match when={prepared('refused')}>
          {(refused) => (
            <RefusedFile
              file={refused().file}
              error={refused().error}
              onReading={(changed) => void inspection.reread(changed)}
              onOther={restart}
            />
          )}
        </Match>
        <Match when={prepared('mapping')}>
          {(mapping) => (
            <Mapping
              draft={mapping().draft}
              onDraft={(draft) => imports.setPreparation({ ...mapping(), draft })}
              onReading={inspection.reread}
              onOther={restart}
              onStart={() => void imports.start(mapping().file, mapping().draft.plan)}
            />
          )}
        </Match>
        <Match when={prepared('none')}>
          <PageHeader title={importWords.pick.title} />
          <FileDrop onFile={(file) => void take(file)} />
        </Match>
      </Switch>
    </Page>
  );
}

interface MappingProps {
  readonly draft: ImportDraft;
  readonly onDraft: (draft: ImportDraft) => void;
  readonly onReading: (changed: ChangedReading) => Promise<void>;
  readonly onOther: () => void;
  readonly onStart: () => void;
}

function Mapping(props: MappingProps) {
  const imports = useImports();
  const model = createDataModel();
  const [isRereading, setRereading] = createSignal(false);
  const problems = createMemo(() => planProblems(props.draft));
  const reread = async (changed: ChangedReading) => {
    setRereading(true);
    await props.onReading(changed);
    setRereading(false);
  };
  return (
    <>
      <PageHeader title={importWords.pick.title} />
      <div class={styles.cards}>
        <FileCard
          draft={props.draft}
          isRereading={isRereading()}
          onReading={(changed) => void reread(changed)}
          onZone={(timeZone) => props.onDraft(editPlan(props.draft, { timeZone }))}
          onOther={props.onOther}
        />
        <Show when={model.value()}>
          {(definitions) => (
            <>
              <section class={styles.sheet} aria-labelledby="columns-title">
                <div class={styles.sheetHead}>
                  <h2 id="columns-title">{importWords.columns.title}</h2>
                  <p>{importWords.columns.note}</p>
                </div>
                <ColumnList
                  draft={props.draft}
                  model={definitions()}
                  problems={problems()}
                  onDraft={props.onDraft}
                />
              </section>
              <EventTypeField draft={props.draft} model={definitions()} onDraft={props.onDraft} />
            </>
          )}
        </Show>
        <ProofCard draft={props.draft} onDraft={props.onDraft} />
        <Show when={isKeyless(props.draft.plan)}>
          <p class={styles.note}>{importWords.keyless}</p>
        </Show>
      </div>
      <StartBar
        draft={props.draft}
        problems={problems()}
        isBusy={imports.job().kind === 'running'}
        onStart={props.onStart}
      />
    </>
  );
}

function Done(props: {
  readonly summary: Extract<ImportJob, { kind: 'done' }>['summary'];
  readonly onAgain: () => void;
}) {
  const [summary, setSummary] = createSignal(props.summary);
  const title = () => {
    const { done, undone } = importWords.outcome;
    return (summary().state === 'undone' ? undone : done)(summary().fileName);
  };
  return (
    <>
      <PageHeader
        title={
          <span class={styles.done}>
            <CircleCheck size={22} aria-hidden="true" />
            {title()}
          </span>
        }
        actions={<Button onClick={() => props.onAgain()}>{importWords.outcome.another}</Button>}
      />
      <p class="aside-from-sight" role="status">
        {title()}
      </p>
      <Outcome summary={summary()} onUndone={setSummary} />
    </>
  );
}

interface FailedProps {
  readonly job: Extract<ImportJob, { kind: 'failed' }>;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

function Failed(props: FailedProps) {
  const navigate = useNavigate();
  const texts = importWords.failed;
  const isCancelled = () => props.job.error.kind === 'cancelled';
  return (
    <div role="alert">
      <EmptyState
        icon={<CircleX size={32} aria-hidden="true" />}
        title={isCancelled() ? texts.cancelledTitle : texts.title}
        text={importErrorText(props.job.error, props.job.file)}
        actions={
          <>
            <Button onClick={() => navigate('/imports')}>{importWords.pick.back}</Button>
            <Show when={props.job.error.kind !== 'file-changed'}>
              <Button onClick={() => props.onBack()}>{texts.back}</Button>
            </Show>
            <Button look="primary" onClick={() => props.onAgain()}>
              {importWords.refused.again}
            </Button>
          </>
        }
      />
    </div>
  );
}

function ofKind<One extends { readonly kind: string }, Kind extends One['kind']>(
  one: One,
  kind: Kind,
): Extract<One, { readonly kind: Kind }> | undefined {
  return one.kind === kind ? (one as Extract<One, { readonly kind: Kind }>) : undefined;
}
