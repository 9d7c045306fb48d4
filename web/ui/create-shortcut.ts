import { onCleanup } from 'solid-js';
import { remember, remembered } from '../pwa/remembered.ts';

const KEY = 'single-keys';

/** People who speak to their computer press keys without wishing to: single keys can be switched off (WCAG 2.1.4). */
export function singleKeysAreOn(): boolean {
  return remembered(KEY) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  remember(KEY, on ? 'on' : 'off');
}

/** One key without a modifier, anywhere on the screen but where text is typed or something floats. */
export function createShortcut(key: string, run: () => void): void {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!singleKeysAreOn() || isTyping(event.target) || document.querySelector('dialog[open], :popover-open'))
      return;
    event.preventDefault();
    run();
  };
  document.addEventListener('keydown', hear);
  onCleanup(() => document.removeEventListener('keydown', hear));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
