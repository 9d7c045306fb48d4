import { Page, PageHeader } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';

export function ImportsPage() {
  return (
    <Page>
      <PageHeader title={words.nav.imports} />
    </Page>
  );
}
