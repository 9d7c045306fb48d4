import { Page, PageHeader } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';

export function SettingsPage() {
  return (
    <Page>
      <PageHeader title={words.nav.settings} />
    </Page>
  );
}
