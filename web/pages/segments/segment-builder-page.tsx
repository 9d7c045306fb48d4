import { Page, PageHeader } from '../../ui/page.tsx';
import { words } from '../../words/en.ts';

export function SegmentBuilderPage() {
  return (
    <Page>
      <PageHeader title={words.nav.segments} />
    </Page>
  );
}
