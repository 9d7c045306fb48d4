import type { PageName } from '../../worker/columns/manifest.ts';
import { openPopulation, type Population } from '../../worker/columns/population.ts';

/** The population as it is after a restart: encoded to pages, opened from them, everything loaded. */
export async function reopen(population: Population): Promise<Population> {
  const sealing = await population.seal();
  if (!sealing.ok) throw new Error(sealing.error.message);
  const pages = new Map<PageName, ArrayBuffer>();
  for (const { name, content } of sealing.value.pages()) pages.set(name, content);
  const opened = await openPopulation(sealing.value.manifest(), async (name) => pages.get(name));
  if (!opened.ok) throw new Error(opened.error.message);
  const loaded = await opened.value.load(opened.value.columnNames().filter((name) => !isOnDemand(name)));
  if (!loaded.ok) throw new Error(loaded.error.message);
  return opened.value;
}

/** Not read by segments: loaded when a profile or an import asks. */
function isOnDemand(column: string): boolean {
  return column === 'profile-ids' || column.startsWith('key/') || column.endsWith('/ids');
}
