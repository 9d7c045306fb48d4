import { AboutCard } from '../../settings/about-card.tsx';
import { CalendarCard } from '../../settings/calendar-card.tsx';
import { DeviceCard } from '../../settings/device-card.tsx';
import { InstallCard } from '../../settings/install-card.tsx';
import { KeysCard } from '../../settings/keys-card.tsx';
import styles from '../../settings/settings.module.css';
import { StartOverCard } from '../../settings/start-over-card.tsx';
import { StorageCard } from '../../settings/storage-card.tsx';
import { WorkspaceCard } from '../../settings/workspace-card.tsx';
import { Page, PageHeader } from '../../ui/page.tsx';
import { settingsWords } from '../../words/en-settings.ts';

/** Saved as it is changed: there is no button to forget. */
export function SettingsPage() {
  return (
    <Page>
      <PageHeader title={settingsWords.title} />
      <div class={styles.cards}>
        <div class={styles.column}>
          <WorkspaceCard />
          <CalendarCard />
          <KeysCard />
          <AboutCard />
        </div>
        <div class={styles.column}>
          <StorageCard />
          <InstallCard />
          <DeviceCard />
          <StartOverCard />
        </div>
      </div>
    </Page>
  );
}
