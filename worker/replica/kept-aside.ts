import type { AttributeId } from '../../shared/profile/data-model.ts';

const PREFIX = 'kept-aside/';

/**
 * The column of texts that an attribute's type could not take (SEG-4). It is no attribute of the data
 * model, so no definition can refer to it, and it matches nothing.
 */
export function keptAsideOf(attribute: AttributeId): AttributeId {
  return `${PREFIX}${attribute}` as AttributeId;
}

/** Whether an attribute column is one of those. */
export function isKeptAside(attribute: AttributeId): boolean {
  return attribute.startsWith(PREFIX);
}
