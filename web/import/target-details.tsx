import { Match, Switch } from 'solid-js';
import type { ColumnPlan, ColumnTarget } from '../../shared/import-api.ts';
import { KNOWN_KEYSPACES } from '../../shared/profile/profile.ts';
import { Segmented } from '../ui/tabs.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { importWords } from '../words/en-imports.ts';
import type { ColumnRowProps } from './column-props.ts';
import styles from './columns.module.css';
import { retarget } from './import-draft.ts';

const texts = importWords.columns;
const YES_CHOICES = [
  { value: 'in', label: texts.yesChoices.in },
  { value: 'out', label: texts.yesChoices.out },
] as const;

/** What a target needs beside its kind: the name of something new, what a yes means. */
export function TargetDetails(props: Omit<ColumnRowProps, 'hasProblem'> & { readonly plan: ColumnPlan }) {
  const target = () => props.plan.target;
  const set = (next: ColumnTarget) => props.onDraft(retarget(props.draft, props.column, next, props.model));
  return (
    <div class={styles.details}>
      <Switch>
        <Match when={ofKind(target(), 'attribute')}>
          {(one) => (
            <NewName
              chosen={one().attribute}
              label={texts.newName.attribute}
              onName={(named) => set({ kind: 'attribute', attribute: { key: '', ...named } })}
            />
          )}
        </Match>
        <Match when={ofKind(target(), 'property')}>
          {(one) => (
            <NewName
              chosen={one().property}
              label={texts.newName.property}
              onName={(named) => set({ kind: 'property', property: { key: '', ...named } })}
            />
          )}
        </Match>
        <Match when={ofKind(target(), 'tag')}>
          {(one) => (
            <NewName
              chosen={one().tag}
              label={texts.newName.tag}
              onName={({ name }) => set({ kind: 'tag', tag: { name } })}
            />
          )}
        </Match>
        <Match when={ofKind(target(), 'key')}>
          {(one) => (
            <OwnKeyspace
              keyspace={one().keyspace}
              onKeyspace={(keyspace) => set({ kind: 'key', keyspace })}
            />
          )}
        </Match>
        <Match when={ofKind(target(), 'consent')}>
          {(one) => (
            <>
              <NewName
                chosen={one().topic}
                label={texts.newName.topic}
                onName={({ name }) => set({ ...one(), topic: { name } })}
              />
              <div class={styles.yes}>
                <p>{texts.yesMeans}</p>
                <Segmented
                  label={texts.yesMeans}
                  choices={YES_CHOICES}
                  value={one().yesMeans === 'opted-out' ? 'out' : 'in'}
                  onValue={(choice) => {
                    const { yesMeans: _, ...rest } = one();
                    set(choice === 'out' ? { ...rest, yesMeans: 'opted-out' } : rest);
                  }}
                />
              </div>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function ofKind<Kind extends ColumnTarget['kind']>(
  target: ColumnTarget,
  kind: Kind,
): Extract<ColumnTarget, { readonly kind: Kind }> | undefined {
  return target.kind === kind ? (target as Extract<ColumnTarget, { readonly kind: Kind }>) : undefined;
}

interface NewNameProps {
  readonly chosen: string | { readonly name: string; readonly key?: string };
  readonly label: string;
  readonly onName: (named: { readonly name: string; readonly key?: string }) => void;
}

/** Only for what is not defined yet; its key stays, so that the next file of this kind finds it. */
function NewName(props: NewNameProps) {
  const fresh = () => (typeof props.chosen === 'string' ? undefined : props.chosen);
  return (
    <Switch>
      <Match when={fresh()}>
        {(named) => (
          <TextInput
            aria-label={props.label}
            placeholder={props.label}
            value={named().name}
            onValue={(name) => props.onName({ ...named(), name })}
          />
        )}
      </Match>
    </Switch>
  );
}

function OwnKeyspace(props: { readonly keyspace: string; readonly onKeyspace: (keyspace: string) => void }) {
  const isOwn = () => props.keyspace !== 'cookie' && !KNOWN_KEYSPACES.includes(props.keyspace);
  return (
    <Switch>
      <Match when={isOwn()}>
        <TextInput
          aria-label={texts.keyspace}
          placeholder={texts.keyspace}
          value={props.keyspace}
          onValue={(keyspace) => props.onKeyspace(keyspace)}
        />
      </Match>
    </Switch>
  );
}
