import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { Index, Show } from 'solid-js';
import { KNOWN_KEYSPACES } from '../../shared/profile/profile.ts';
import type { ProfileKey } from '../../shared/sync/mutation.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { profileWords } from '../words/en-profiles.ts';
import styles from './create-profile-dialog.module.css';

const texts = profileWords.create;
const KEYSPACES = [...KNOWN_KEYSPACES, 'cookie'];
const CHOICES = [
  { value: 'email', label: profileWords.keyspaces.email },
  { value: 'phone', label: profileWords.keyspaces.phone },
  { value: 'crm-id', label: profileWords.keyspaces['crm-id'] },
  { value: 'cookie', label: profileWords.keyspaces.cookie },
  { value: 'other', label: profileWords.keyspaces.other },
] as const;
type Choice = (typeof CHOICES)[number]['value'];

export interface KeyFieldsProps {
  readonly keys: readonly ProfileKey[];
  readonly onKeys: (keys: readonly ProfileKey[]) => void;
}

/** What tells a person apart: kind and value, as many as there are. */
export function KeyFields(props: KeyFieldsProps) {
  const set = (at: number, changed: Partial<ProfileKey>) =>
    props.onKeys(props.keys.map((key, index) => (index === at ? { ...key, ...changed } : key)));
  const choiceOf = (key: ProfileKey): Choice =>
    KEYSPACES.includes(key.keyspace) ? (key.keyspace as Choice) : 'other';
  const addKey = () => {
    const free = KEYSPACES.find((keyspace) => !props.keys.some((key) => key.keyspace === keyspace));
    props.onKeys([...props.keys, { keyspace: free ?? '', value: '' }]);
  };
  return (
    <fieldset class={styles.group}>
      <legend>{texts.keys}</legend>
      <p class={styles.hint}>{texts.keysHint}</p>
      <Index each={props.keys}>
        {(key, at) => (
          <div class={styles.key}>
            <Select
              aria-label={texts.keyspace}
              value={choiceOf(key())}
              choices={CHOICES}
              onValue={(chosen) => set(at, { keyspace: chosen === 'other' ? '' : chosen })}
            />
            <Show when={choiceOf(key()) === 'other'}>
              <TextInput
                aria-label={texts.ownKeyspace}
                placeholder={texts.ownKeyspace}
                value={key().keyspace}
                onValue={(keyspace) => set(at, { keyspace })}
              />
            </Show>
            <TextInput
              aria-label={texts.keyValue}
              placeholder={texts.keyValue}
              inputmode={key().keyspace === 'email' ? 'email' : key().keyspace === 'phone' ? 'tel' : 'text'}
              autofocus={at === 0}
              spellcheck={false}
              value={key().value}
              onValue={(value) => set(at, { value })}
            />
            <IconButton
              label={texts.removeKey}
              disabled={props.keys.length === 1}
              onClick={() => props.onKeys(props.keys.filter((_, index) => index !== at))}
            >
              <X size={16} />
            </IconButton>
          </div>
        )}
      </Index>
      <div>
        <Button look="quiet" small icon={<Plus size={14} />} onClick={addKey}>
          {texts.addKey}
        </Button>
      </div>
    </fieldset>
  );
}
