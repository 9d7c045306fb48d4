import { A } from '@solidjs/router';
import { For, Match, Switch } from 'solid-js';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { words } from '../words/en.ts';
import { dataModelWords } from '../words/en-data-model.ts';
import type { Definition } from './definition.ts';
import styles from './definitions.module.css';

export type RemovalQuestion =
  | { readonly kind: 'has-data'; readonly definition: Definition; readonly behind: string }
  | {
      readonly kind: 'in-use';
      readonly definition: Definition;
      readonly segments: readonly { readonly id: SegmentId; readonly title: string }[];
    };

export interface RemovalDialogProps {
  readonly question: RemovalQuestion | undefined;
  readonly onRemove: (definition: Definition) => void;
  readonly onArchive: (definition: Definition) => void;
  readonly onClose: () => void;
}

/** Says what hangs on a definition before it goes, or why it cannot go (SEG-24). */
export function RemovalDialog(props: RemovalDialogProps) {
  const texts = dataModelWords.removeDialog;
  const title = () => {
    const { question } = props;
    if (!question) return '';
    const { name } = question.definition.of;
    return question.kind === 'in-use' ? dataModelWords.inUse.title(name) : texts.title(name);
  };
  const archive = () => props.question && props.onArchive(props.question.definition);
  const remove = () => props.question && props.onRemove(props.question.definition);
  return (
    <Dialog
      open={props.question !== undefined}
      title={title()}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{words.common.cancel}</Button>
          <Switch>
            <Match when={props.question?.kind === 'has-data'}>
              <Button look="danger" onClick={remove}>
                {texts.confirm}
              </Button>
            </Match>
          </Switch>
          <Button look="primary" onClick={archive}>
            {texts.archive}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={props.question?.kind === 'has-data' && props.question}>
          {(asked) => <p>{texts.withData(asked().behind)}</p>}
        </Match>
        <Match when={props.question?.kind === 'in-use' && props.question}>
          {(asked) => (
            <>
              <p>{dataModelWords.inUse.text}</p>
              <ul class={styles.users}>
                <For each={asked().segments}>
                  {(segment) => (
                    <li>
                      <A href={`/segments/${segment.id}`}>{segment.title}</A>
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </Match>
      </Switch>
    </Dialog>
  );
}
