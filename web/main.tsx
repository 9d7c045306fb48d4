import { registerSW } from 'virtual:pwa-register';
import { render } from 'solid-js/web';
import { App } from './app.tsx';

const root = document.querySelector('#app');
if (root) render(() => <App />, root);
registerSW();
