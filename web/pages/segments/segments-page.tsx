import { Page, PageHeader } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';

export function SegmentsPage() {
  return (
    <Page>
      <PageHeader title={words.nav.segments} />
    </Page>
  );
}
