import type { SubjectCounts } from '../../shared/worker-api.ts';
import { words } from '../words/en.ts';
import { formatCounted } from '../words/format-number.ts';
import type { Definition } from './definition.ts';

/** The data that stands behind a definition, in words; `undefined` where there is none. */
export function textBehind(definition: Definition, counts: SubjectCounts | undefined): string | undefined {
  const { eventOne, eventMany, profileOne, profileMany } = words.common;
  switch (definition.kind) {
    case 'attribute':
      return some(counts?.attributes[definition.of.id], profileOne, profileMany);
    case 'tag':
      return some(counts?.tags[definition.of.id], profileOne, profileMany);
    case 'event-type':
      return some(counts?.eventTypes[definition.of.id]?.events, eventOne, eventMany);
    case 'topic': {
      const byChannel = counts?.topics[definition.of.id];
      return some(Math.max(byChannel?.email ?? 0, byChannel?.sms ?? 0), profileOne, profileMany);
    }
    case 'property':
      return undefined;
  }
}

function some(count: number | undefined, one: string, many: string): string | undefined {
  return count ? formatCounted(count, one, many) : undefined;
}
