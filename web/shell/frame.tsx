import { type RouteSectionProps, useLocation } from '@solidjs/router';
import { createEffect, ErrorBoundary, Match, on, Suspense, Switch } from 'solid-js';
import { createWorkspaceState } from '../data/create-workspace-state.ts';
import { type OpenWorkspace, WorkspaceProvider } from '../data/workspace-context.tsx';
import { ImportTray } from '../import/import-tray.tsx';
import { Onboarding } from '../onboarding/onboarding.tsx';
import { createAppUpdate } from '../pwa/create-app-update.ts';
import { InstallOffer } from '../pwa/install-offer.tsx';
import { PersistenceAsk } from '../pwa/persistence-ask.tsx';
import { UpdatePrompt } from '../pwa/update-prompt.tsx';
import { words } from '../words/en.ts';
import { workerErrorText } from '../words/error-text.ts';
import { FailurePage } from './failure-page.tsx';
import styles from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { StatusLine } from './status-line.tsx';

/** What stands around every screen: navigation, status, offers; or the start, while there is no workspace. */
export function Frame(props: RouteSectionProps) {
  const state = createWorkspaceState();
  const update = createAppUpdate();
  const location = useLocation();
  let content: HTMLElement | undefined;
  // A new screen is announced by its focus, as a page load would be.
  createEffect(
    on(
      () => location.pathname,
      () => content?.focus({ preventScroll: true }),
      { defer: true },
    ),
  );
  // The builder needs the width: its navigation is icons until there is plenty.
  const isBuilder = () => /^\/segments\/./.test(location.pathname);
  const open = (): OpenWorkspace | undefined => {
    const known = state.value();
    return known?.kind === 'open' ? known : undefined;
  };
  return (
    <Switch>
      <Match when={open()}>
        {(workspace) => (
          <WorkspaceProvider workspace={workspace()}>
            <div class={styles.frame} classList={{ [styles.tight ?? '']: isBuilder() }}>
              <a class={styles.skip} href="#content">
                {words.nav.skip}
              </a>
              <Navigation />
              <header class={styles.bar}>
                <StatusLine />
                <UpdatePrompt update={update} />
                <PersistenceAsk />
                <InstallOffer />
              </header>
              <main id="content" ref={content} class={styles.content} tabindex="-1">
                <ErrorBoundary
                  fallback={(error: unknown, reset) => <FailurePage error={error} retry={reset} />}
                >
                  <Suspense>{props.children}</Suspense>
                </ErrorBoundary>
              </main>
            </div>
            <ImportTray />
          </WorkspaceProvider>
        )}
      </Match>
      <Match when={state.value()?.kind === 'none'}>
        <UpdatePrompt update={update} />
        <Onboarding />
      </Match>
      <Match when={state.error()}>
        {(error) => <FailurePage error={workerErrorText(error())} retry={state.ask} />}
      </Match>
    </Switch>
  );
}
