import type { DataModel, EventTypeId, Property, PropertyId } from '../../shared/profile/data-model.ts';

/** The properties that events of these types carry; of all events while no type is chosen. */
export function propertiesOf(
  model: DataModel,
  eventTypes: readonly EventTypeId[],
  kept: string | null | undefined,
): readonly Property[] {
  const carried = new Set<PropertyId>(
    model.eventTypes
      .filter(({ id }) => eventTypes.length === 0 || eventTypes.includes(id))
      .flatMap(({ properties }) => properties),
  );
  return model.properties.filter(({ id, archived }) => id === kept || (carried.has(id) && !archived));
}
