import './styles/tokens.css';
import '@fontsource-variable/figtree/wght.css';
import './styles/base.css';
import { render } from 'solid-js/web';
import { App } from './app.tsx';
import { newId } from './new-id.ts';
import { reloadOnLostChunk } from './pwa/lost-chunk.ts';
import { startWorker } from './worker-client.ts';

reloadOnLostChunk();
const root = document.querySelector('#app');
const parts = { worker: startWorker(), newId, now: () => Date.now() };
if (root) render(() => <App parts={parts} />, root);
