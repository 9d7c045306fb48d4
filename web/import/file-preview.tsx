import { For } from 'solid-js';
import { importWords } from '../words/en-imports.ts';
import { formatNumber } from '../words/format-number.ts';
import styles from './file-card.module.css';
import type { ImportDraft } from './import-draft.ts';

const texts = importWords.file;

/** The first rows, cell by cell: the quickest proof that the file is read rightly. */
export function FilePreview(props: { readonly draft: ImportDraft; readonly isRereading: boolean }) {
  const columns = () => props.draft.plan.columns;
  return (
    <div>
      <h3 class={styles.title}>{texts.preview}</h3>
      <section
        class={styles.preview}
        classList={{ [styles.rereading ?? '']: props.isRereading }}
        tabindex="0"
        aria-label={texts.previewLabel}
        aria-busy={props.isRereading}
      >
        <table class={styles.table}>
          <thead>
            <tr>
              <td />
              <For each={columns()}>
                {(column, index) => (
                  <th scope="col">
                    {column.header || importWords.columns.unnamed(formatNumber(index() + 1))}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.draft.inspection.preview}>
              {(row, index) => (
                <tr>
                  <td class={styles.number}>{formatNumber(index() + 1)}</td>
                  <For each={columns()}>{(_, column) => <td>{row[column()] ?? ''}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </div>
  );
}
