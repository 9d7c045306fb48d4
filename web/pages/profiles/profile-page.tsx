import { Page, PageHeader } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';

export function ProfilePage() {
  return (
    <Page>
      <PageHeader title={words.nav.profiles} />
    </Page>
  );
}
