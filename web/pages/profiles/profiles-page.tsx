import { Page, PageHeader } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';

export function ProfilesPage() {
  return (
    <Page>
      <PageHeader title={words.nav.profiles} />
    </Page>
  );
}
