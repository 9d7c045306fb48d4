/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

// The whole app is on the device after the first visit; nothing is fetched piece by piece later.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Every address is the app, except those that only the sync server can answer.
const serverPaths = [/^\/api(\/|$)/, /^\/v1(\/|$)/, /^\/health$/];
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: serverPaths }));

// A new version waits until the person says so: a draft must never be reloaded away.
self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (typeof message !== 'object' || message === null || !('type' in message)) return;
  if (message.type === 'SKIP_WAITING') void self.skipWaiting();
});
