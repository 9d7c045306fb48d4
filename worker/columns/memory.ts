import type { ColumnName } from './column-name.ts';
import { eventRowsColumn, subjectOf } from './column-name.ts';
import type { ColumnSet } from './column-set.ts';

export interface ColumnMemory {
  readonly column: ColumnName | 'one-profile index';
  readonly bytes: number;
  /** Whether segments read it; keys, profile ids and event ids are not. */
  readonly readBySegments: boolean;
}

/** Bytes held, by column. What was appended to events and not merged yet counts with their rows. */
export function memoryOf(columns: ColumnSet, indexBytes: number): readonly ColumnMemory[] {
  const tailBytes = new Map<ColumnName, number>();
  for (const partition of columns.events.values())
    tailBytes.set(eventRowsColumn(partition.type), partition.tailBytes);
  const memory: ColumnMemory[] = Array.from(columns.all(), ({ name, bytes }) => ({
    column: name,
    bytes: bytes + (tailBytes.get(name) ?? 0),
    readBySegments: isReadBySegments(name),
  }));
  return [...memory, { column: 'one-profile index', bytes: indexBytes, readBySegments: false }];
}

function isReadBySegments(name: ColumnName): boolean {
  const { kind } = subjectOf(name);
  return kind !== 'key' && kind !== 'profile-ids' && kind !== 'event-ids';
}
