import { Page, PageHeader } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';

export function DataModelPage() {
  return (
    <Page>
      <PageHeader title={words.nav.dataModel} />
    </Page>
  );
}
