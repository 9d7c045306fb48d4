import { useRegisterSW } from 'virtual:pwa-register/solid';
import { createEffect } from 'solid-js';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';

export interface AppUpdate {
  /** A new version waits to be let in. */
  readonly isWaiting: () => boolean;
  readonly later: () => void;
  /** Reloads every tab of Shoal. Drafts are stored at each edit, so none is lost. */
  readonly reload: () => void;
}

const NEVER: AppUpdate = { isWaiting: () => false, later: () => undefined, reload: () => undefined };

/** Stores the app on the device, once a visit, and hears of new versions. In development there is nothing to store. */
export function createAppUpdate(): AppUpdate {
  if (!import.meta.env.PROD) return NEVER;
  const toasts = useToasts();
  const { needRefresh, offlineReady, updateServiceWorker } = useRegisterSW();
  createEffect(() => {
    if (offlineReady[0]()) toasts.show({ text: words.update.offlineReady });
  });
  return {
    isWaiting: needRefresh[0],
    later: () => needRefresh[1](false),
    reload: () => void updateServiceWorker(true),
  };
}
