import { remembered } from '../pwa/remembered.ts';

export type Theme = 'system' | 'light' | 'dark';

/** `public/theme.js` reads the same before the first paint. */
export function chosenTheme(): Theme {
  const theme = remembered('theme');
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem('shoal.theme');
    else localStorage.setItem('shoal.theme', theme);
  } catch {
    // It holds for this visit.
  }
}
