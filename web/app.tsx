import { Navigate, Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { type AppParts, AppProvider } from './data/app-context.tsx';
import { FirstEditProvider } from './data/first-edit.tsx';
import { ImportsProvider } from './import/import-context.tsx';
import { Frame } from './shell/frame.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { ToastRegion } from './ui/toast.tsx';

const SegmentsPage = lazy(async () => ({
  default: (await import('./pages/segments/segments-page.tsx')).SegmentsPage,
}));
const SegmentBuilderPage = lazy(async () => ({
  default: (await import('./pages/segments/segment-builder-page.tsx')).SegmentBuilderPage,
}));
const ProfilesPage = lazy(async () => ({
  default: (await import('./pages/profiles/profiles-page.tsx')).ProfilesPage,
}));
const ProfilePage = lazy(async () => ({
  default: (await import('./pages/profiles/profile-page.tsx')).ProfilePage,
}));
const DataModelPage = lazy(async () => ({
  default: (await import('./pages/data-model/data-model-page.tsx')).DataModelPage,
}));
const ImportsPage = lazy(async () => ({
  default: (await import('./pages/imports/imports-page.tsx')).ImportsPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('./pages/imports/import-page.tsx')).ImportPage,
}));
const SettingsPage = lazy(async () => ({
  default: (await import('./pages/settings/settings-page.tsx')).SettingsPage,
}));

export function App(props: { readonly parts: AppParts }) {
  return (
    <AppProvider parts={props.parts}>
      <FirstEditProvider>
        <ToastRegion>
          <ImportsProvider>
            <Router root={Frame}>
              <Route path="/" component={() => <Navigate href="/segments" />} />
              <Route path="/segments" component={SegmentsPage} />
              <Route path="/segments/:id" component={SegmentBuilderPage} />
              <Route path="/profiles" component={ProfilesPage} />
              <Route path="/profiles/:id" component={ProfilePage} />
              <Route path="/data-model" component={DataModelPage} />
              <Route path="/imports" component={ImportsPage} />
              <Route path={['/imports/new', '/import']} component={ImportPage} />
              <Route path="/settings" component={SettingsPage} />
              <Route path="*" component={NotFoundPage} />
            </Router>
          </ImportsProvider>
        </ToastRegion>
      </FirstEditProvider>
    </AppProvider>
  );
}
