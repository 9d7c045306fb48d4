import FileText from 'lucide-solid/icons/file-text';
import { createMemo, Show } from 'solid-js';
import type { Encoding, ImportPlan } from '../../shared/import-api.ts';
import type { TimeZone } from '../../shared/kernel/time.ts';
import { knownZones } from '../settings/time-zones.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { type Choice, Select } from '../ui/select.tsx';
import { Segmented } from '../ui/tabs.tsx';
import { importWords } from '../words/en-imports.ts';
import { formatBytes, formatCounted } from '../words/format-number.ts';
import type { ChangedReading } from './create-inspection.ts';
import styles from './file-card.module.css';
import { FilePreview } from './file-preview.tsx';
import type { ImportDraft } from './import-draft.ts';

const texts = importWords.file;
const ROWS = choices(texts.rowsChoices);
const ENCODINGS = choices(texts.encodings);
const HEADERS = choices(texts.headers);

function choices<Value extends string>(labels: Readonly<Record<Value, string>>): readonly Choice<Value>[] {
  return (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

export interface FileCardProps {
  readonly draft: ImportDraft;
  readonly isRereading: boolean;
  readonly onReading: (changed: ChangedReading) => void;
  readonly onZone: (timeZone: TimeZone) => void;
  readonly onOther: () => void;
}

/** How the file is written, as it was found; each finding can be set right. */
export function FileCard(props: FileCardProps) {
  const plan = () => props.draft.plan;
  const found = () => props.draft.inspection;
  const zones = createMemo(() => knownZones(plan().timeZone));
  const hasTimes = () =>
    plan().columns.some(({ target, reading }) => target.kind !== 'ignore' && reading.type === 'timestamp');
  const rowsSeen = () => formatCounted(found().sampledRows, texts.rowOne, texts.rowMany);
  return (
    <Card
      title={texts.title}
      actions={
        <Button look="quiet" small onClick={() => props.onOther()}>
          {texts.other}
        </Button>
      }
    >
      <div class={styles.parts}>
        <p class={styles.file}>
          <FileText size={18} aria-hidden="true" />
          <span class={styles.name}>{found().fileName}</span>
          <span class={styles.facts}>
            {texts.found(formatBytes(found().bytes), rowsSeen())}
            <Show when={found().gzip}>, {texts.packed}</Show>
          </span>
        </p>
        <div class={styles.fields}>
          <div class={styles.rows}>
            <span class={styles.label} aria-hidden="true">
              {texts.rows}
            </span>
            <Segmented
              label={texts.rows}
              choices={ROWS}
              value={plan().rows}
              onValue={(rows) => props.onReading({ rows })}
            />
          </div>
          <Field label={texts.encoding}>
            {(ties) => (
              <Select
                {...ties}
                value={plan().encoding}
                choices={ENCODINGS}
                onValue={(encoding: Encoding) => props.onReading({ encoding })}
              />
            )}
          </Field>
          <Field label={texts.delimiter}>
            {(ties) => (
              <Select
                {...ties}
                value={plan().delimiter}
                choices={delimiterChoices(plan())}
                onValue={(delimiter) => props.onReading({ delimiter })}
              />
            )}
          </Field>
          <Field label={texts.quote}>
            {(ties) => (
              <Select
                {...ties}
                value={plan().quote}
                choices={choices<string>(texts.quotes)}
                onValue={(quote) => props.onReading({ quote })}
              />
            )}
          </Field>
          <Field label={texts.header}>
            {(ties) => (
              <Select
                {...ties}
                value={plan().hasHeader ? 'yes' : 'no'}
                choices={HEADERS}
                onValue={(header) => props.onReading({ hasHeader: header === 'yes' })}
              />
            )}
          </Field>
          <Show when={hasTimes()}>
            <Field label={texts.zone}>
              {(ties) => (
                <Combobox
                  id={ties.id}
                  label={texts.zone}
                  placeholder={importWords.targets.choose}
                  options={zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
                  value={plan().timeZone}
                  onValue={props.onZone}
                />
              )}
            </Field>
          </Show>
        </div>
        <FilePreview draft={props.draft} isRereading={props.isRereading} />
      </div>
    </Card>
  );
}

/** One that was found but is not usual stands among the others. */
function delimiterChoices(plan: ImportPlan): readonly Choice<string>[] {
  const usual = choices<string>(texts.delimiters);
  const isUsual = usual.some((choice) => choice.value === plan.delimiter);
  return isUsual ? usual : [...usual, { value: plan.delimiter, label: texts.otherDelimiter(plan.delimiter) }];
}
