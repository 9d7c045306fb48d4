import type { Temporal as Polyfill } from 'temporal-polyfill';

/**
 * Stands for the package `temporal-polyfill` in the built app: the browser's own Temporal, and the
 * package only where there is none, as in WebKit. Until `temporalReady` is fulfilled it may be missing.
 */
export let Temporal = (globalThis as { readonly Temporal?: typeof Polyfill }).Temporal;

/** `undefined` if there is nothing to wait for. */
export const temporalReady: Promise<void> | undefined =
  Temporal === undefined
    ? import('temporal-polyfill/implementation').then((polyfill) => {
        Temporal = polyfill.Temporal;
      })
    : undefined;
