import { For } from 'solid-js';
import { CHANNELS, type Channel, type Topic } from '../../shared/profile/data-model.ts';
import { createMutate } from '../data/create-mutate.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Switch } from '../ui/switch.tsx';
import { words } from '../words/en.ts';
import { dataModelWords } from '../words/en-data-model.ts';

/** On which channels a topic is offered. Consents that were given stay, also on one that goes. */
export function ChannelsDialog(props: { readonly topic: Topic | undefined; readonly onClose: () => void }) {
  const mutate = createMutate();
  const isLast = (channel: Channel) =>
    props.topic?.channels.length === 1 && props.topic.channels.includes(channel);
  const set = (channel: Channel, on: boolean) => {
    const { topic } = props;
    if (!topic) return;
    const channels = CHANNELS.filter((one) => (one === channel ? on : topic.channels.includes(one)));
    void mutate({ name: 'define-topic', topic: { ...topic, channels } });
  };
  return (
    <Dialog
      open={props.topic !== undefined}
      title={props.topic?.name ?? ''}
      onClose={() => props.onClose()}
      actions={
        <Button look="primary" onClick={() => props.onClose()}>
          {words.common.done}
        </Button>
      }
    >
      <p>{dataModelWords.form.channels}</p>
      <For each={CHANNELS}>
        {(channel) => (
          <Switch
            label={words.channels[channel]}
            checked={props.topic?.channels.includes(channel) ?? false}
            disabled={isLast(channel)}
            onValue={(on) => set(channel, on)}
          />
        )}
      </For>
    </Dialog>
  );
}
