import { fold } from '../../../shared/kernel/fold.ts';
import { normalizeText } from '../../../shared/kernel/text.ts';
import type {
  AttributeId,
  Channel,
  EventType,
  EventTypeId,
  PropertyId,
  TagId,
  TopicId,
  ValueType,
} from '../../../shared/profile/data-model.ts';
import type { ImportStage } from '../../replica/import-stage.ts';
import { keyOf } from '../header-words.ts';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Finds the definitions that a file speaks of, and makes those that are missing. */
export class Definitions {
  readonly #stage: ImportStage;
  readonly #newId: (key: string) => string;
  readonly #tags = new Map<string, TagId>();
  readonly #eventTypes = new Map<string, EventTypeId>();

  constructor(stage: ImportStage, newId: (key: string) => string = () => stage.newId()) {
    this.#stage = stage;
    this.#newId = newId;
  }

  /** With the type that is declared; `type` is for a new one. */
  attribute(
    target: AttributeId | Named,
    type: ValueType,
  ): { readonly id: AttributeId; readonly type: ValueType } {
    const { attributes } = this.#stage.model;
    const found = attributes.find(({ id, key }) =>
      typeof target === 'string' ? id === target : key === target.key,
    );
    if (found !== undefined) return found;
    const { key, name } = named(target);
    const definition = { id: this.#newId(key) as AttributeId, key, name, type, archived: false };
    this.#stage.define({ kind: 'attribute', definition });
    return definition;
  }

  /** `undefined` for one that is not there yet. */
  attributeIdOf(target: AttributeId | Named): AttributeId | undefined {
    if (typeof target === 'string') return target;
    return this.#stage.model.attributes.find(({ key }) => key === target.key)?.id;
  }

  property(
    target: PropertyId | Named,
    type: ValueType,
  ): { readonly id: PropertyId; readonly type: ValueType } {
    const { properties } = this.#stage.model;
    const found = properties.find(({ id, key }) =>
      typeof target === 'string' ? id === target : key === target.key,
    );
    if (found !== undefined) return found;
    const { key, name } = named(target);
    const definition = { id: this.#newId(key) as PropertyId, key, name, type, archived: false };
    this.#stage.define({ kind: 'property', definition });
    return definition;
  }

  topic(target: TopicId | { readonly name: string }, channel: Channel): TopicId {
    const { topics } = this.#stage.model;
    const found = topics.find(({ id, name }) =>
      typeof target === 'string' ? id === target : fold(name) === fold(target.name),
    );
    const name = typeof target === 'string' ? target : target.name;
    if (found?.channels.includes(channel)) return found.id;
    // A topic that is there is offered on one more channel.
    const definition = {
      ...(found ?? { id: this.#stage.newId() as TopicId, key: keyOf(name, 'topic'), name, archived: false }),
      channels: [...(found?.channels ?? []), channel],
    };
    this.#stage.define({ kind: 'topic', definition });
    return definition.id;
  }

  /** What a column of yes and no calls its tag. */
  tagName(target: TagId | { readonly name: string }): string {
    if (typeof target !== 'string') return target.name;
    return this.#stage.model.tags.find(({ id }) => id === target)?.key ?? target;
  }

  /** Made when a row first has it, so that a file of failed rows leaves no tags behind. */
  tag(text: string): TagId {
    const known = this.#tags.get(text);
    if (known !== undefined) return known;
    const found = findByWord(this.#stage.model.tags, text)?.id;
    const id = found ?? (this.#newId(text) as TagId);
    if (found === undefined) {
      this.#stage.define({ kind: 'tag', definition: { id, key: text, name: text, archived: false } });
    }
    this.#tags.set(text, id);
    return id;
  }

  /** Likewise made when first met. */
  eventType(target: EventTypeId | { readonly name: string }): EventTypeId {
    if (typeof target === 'string') return target;
    const text = normalizeText(target.name).trim();
    const known = this.#eventTypes.get(text);
    if (known !== undefined) return known;
    const found = findByWord(this.#stage.model.eventTypes, text)?.id;
    const id = found ?? (this.#newId(text) as EventTypeId);
    if (found === undefined) {
      const definition: EventType = { id, key: text, name: text, archived: false, properties: [] };
      this.#stage.define({ kind: 'event-type', definition });
    }
    this.#eventTypes.set(text, id);
    return id;
  }

  /** Says which properties a type has been seen with. */
  extendEventType(id: EventTypeId, properties: readonly PropertyId[]): void {
    const definition = this.#stage.model.eventTypes.find((type) => type.id === id);
    if (definition === undefined) return;
    const missing = properties.filter((property) => !definition.properties.includes(property));
    if (missing.length > 0)
      this.#stage.define({ kind: 'event-type', definition: { ...definition, properties: missing } });
  }
}

/** The definition of this very key; else the one whose key or name differs in case only. */
function findByWord<Definition extends Named>(
  definitions: readonly Definition[],
  text: string,
): Definition | undefined {
  const folded = fold(text);
  return (
    definitions.find(({ key }) => key === text) ??
    definitions.find(({ key, name }) => fold(key) === folded || fold(name) === folded)
  );
}

function named(target: string | Named): Named {
  return typeof target === 'string' ? { key: target, name: target } : target;
}
