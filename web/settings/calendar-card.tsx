import { createMemo, Show } from 'solid-js';
import { addDays, startOfWeek } from '../../shared/kernel/calendar.ts';
import type { LeapDay, WeekStart } from '../../shared/kernel/time.ts';
import { useApp } from '../data/app-context.tsx';
import { localDays } from '../profiles/timeline-days.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { settingsWords } from '../words/en-settings.ts';
import { formatDay } from '../words/format-instant.ts';
import { createSettings } from './create-settings.ts';
import styles from './settings.module.css';
import { deviceZone, knownZones, zoneClock, zoneOffset } from './time-zones.ts';

const texts = settingsWords.calendar;
const WEEKS = (Object.entries(texts.weeks) as [WeekStart, string][]).map(([value, label]) => ({
  value,
  label,
}));
const LEAPS = (Object.entries(texts.leaps) as [LeapDay, string][]).map(([value, label]) => ({
  value,
  label,
}));

/** What “today”, “this week” and a birthday mean, for everybody (SEG-15, SEG-19, SEG-20). */
export function CalendarCard() {
  const app = useApp();
  const { settings, change } = createSettings();
  const zone = () => settings().timeZone;
  const now = app.now();
  const options = createMemo(() =>
    knownZones(zone()).map((value) => ({
      value,
      label: value.replaceAll('_', ' '),
      hint: zoneOffset(value, now),
    })),
  );
  const week = () => {
    const first = startOfWeek(localDays(zone())(now), settings().weekStart);
    return texts.weekHint(formatDay(first), formatDay(addDays(first, 6)));
  };
  return (
    <Card title={texts.title}>
      <div class={styles.stack}>
        <p class={styles.quiet}>{texts.text}</p>
        <Field label={texts.zone} hint={texts.zoneHint(zoneClock(zone(), now))}>
          {(ties) => (
            <Combobox
              id={ties.id}
              label={texts.zone}
              placeholder={texts.zonePlaceholder}
              options={options()}
              value={zone()}
              onValue={(timeZone) => void change({ timeZone }, texts.changed)}
            />
          )}
        </Field>
        <Show when={deviceZone() !== zone()}>
          <p class={styles.line}>
            <span>{texts.zoneIsOther(deviceZone())}</span>
            <Button small onClick={() => void change({ timeZone: deviceZone() }, texts.changed)}>
              {texts.useDevice}
            </Button>
          </p>
        </Show>
        <div class={styles.pair}>
          <Field label={texts.week} hint={week()}>
            {(ties) => (
              <Select
                {...ties}
                value={settings().weekStart}
                choices={WEEKS}
                onValue={(weekStart) => void change({ weekStart }, texts.changed)}
              />
            )}
          </Field>
          <Field label={texts.leap} hint={texts.leapHint}>
            {(ties) => (
              <Select
                {...ties}
                value={settings().leapDay}
                choices={LEAPS}
                onValue={(leapDay) => void change({ leapDay }, texts.changed)}
              />
            )}
          </Field>
        </div>
      </div>
    </Card>
  );
}
