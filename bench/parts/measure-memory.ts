import type { ColumnMemory } from '../../worker/columns/population.ts';
import { prepare, type Say, type Size } from './prepare.ts';

export interface MemoryFigures {
  readonly group: string;
  readonly bytesPerProfile: number;
  readonly readBySegments: boolean;
}

/** Bytes of the loaded columns, by group, as the population itself counts them. */
export async function measureMemory(options: Size, say: Say): Promise<readonly MemoryFigures[]> {
  const { crowd, shoal } = await prepare(options, say);
  const loaded = await shoal.population.load(shoal.population.columnNames());
  if (!loaded.ok) throw new Error(loaded.error.message);
  // Reading one profile's events builds the index by profile.
  shoal.population.eventsAt(0);
  const bytesByGroup = new Map<string, { bytes: number; readBySegments: boolean }>();
  for (const memory of shoal.population.memory()) {
    const group = groupOf(memory);
    const before = bytesByGroup.get(group)?.bytes ?? 0;
    bytesByGroup.set(group, { bytes: before + memory.bytes, readBySegments: memory.readBySegments });
  }
  return [...bytesByGroup].map(([group, { bytes, readBySegments }]) => ({
    group,
    bytesPerProfile: bytes / crowd.profileCount,
    readBySegments,
  }));
}

function groupOf({ column }: ColumnMemory): string {
  if (column.startsWith('attribute/')) return column;
  if (column.startsWith('event/')) return `events: ${column.split('/').slice(2, 3).join('')}`;
  if (column.startsWith('key/')) return 'keys';
  if (column.startsWith('tag/')) return 'tags';
  if (column.startsWith('consent/') || column.startsWith('suppressed/')) return 'consents';
  return column;
}
