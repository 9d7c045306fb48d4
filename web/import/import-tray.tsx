import { lazy, Show, Suspense } from 'solid-js';
import { useImports } from './import-context.tsx';

const Tray = lazy(async () => ({ default: (await import('./tray.tsx')).Tray }));

/** In the shell: what an import shows on every screen. Loaded with the first import, not before. */
export function ImportTray() {
  const imports = useImports();
  return (
    <Show when={imports.job().kind !== 'none'}>
      <Suspense>
        <Tray />
      </Suspense>
    </Show>
  );
}
