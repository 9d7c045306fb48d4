import { onMount } from 'solid-js';

/** What an installed app is handed by the system; only Chromium has it, and no library types know it. */
interface LaunchQueue {
  setConsumer(consume: (launched: { readonly files: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** A file opened with the installed app, now or while this screen stands. */
export function onLaunchedFile(take: (file: File) => void): void {
  onMount(() => {
    const queue = (window as { launchQueue?: LaunchQueue }).launchQueue;
    queue?.setConsumer((launched) => {
      const [handle] = launched.files;
      if (handle) void handle.getFile().then(take);
    });
  });
}
