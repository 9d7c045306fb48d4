import type { PropertyId } from '../../shared/profile/data-model.ts';
import type { ValueColumn } from './column.ts';
import type { EventIds } from './event-ids.ts';
import type { EventRows } from './event-rows.ts';

/** Events of one type in the order of time, then id (SEG-31), one a row. */
export interface EventRun {
  readonly rows: EventRows;
  /** `undefined`: no event of the run has the property. */
  property(id: PropertyId): ValueColumn | undefined;
  ids(): EventIds;
}
