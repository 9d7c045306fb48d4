import type { AttributeId, TagId } from '../../shared/profile/data-model.ts';
import type { ProfileId } from '../../shared/profile/profile.ts';
import type { SegmentDefinition, SegmentId } from '../../shared/segment/definition.ts';
import type { Mutation, RevisionId } from '../../shared/sync/mutation.ts';
import { aDefinition, tag } from '../../shared/testing/definition-builders.ts';
import type { SegmentDraft, WorkerApi } from '../../shared/worker-api.ts';
import type { Beginning } from '../replica/create-workspace.ts';
import type { Replica } from '../replica/replica.ts';
import { createTestWorkspace, valueIn } from './replica-state.ts';
import { TestBrowser } from './test-browser.ts';
import { openPage, type TestPage } from './test-session.ts';

export const GOLD = aDefinition(tag('any', ['gold']));

/** What is asked has the same answer whether its columns are in memory or still in pages. */
export const EACH_WAY = [
  ['while the tab lives', false],
  ['with every column loaded anew', true],
] as const;

/** One page of one browser on one workspace. */
export class Scene {
  readonly browser = new TestBrowser();
  readonly #isCold: boolean;
  #page: TestPage;

  private constructor(isCold: boolean) {
    this.#isCold = isCold;
    this.#page = openPage(this.browser);
  }

  static async open(isCold: boolean, begin?: () => Beginning): Promise<Scene> {
    const scene = new Scene(isCold);
    await createTestWorkspace(scene.replica, begin);
    return scene;
  }

  get api(): WorkerApi {
    return this.#page.api;
  }

  get replica(): Replica {
    return this.#page.replica;
  }

  /** A second apart. In a cold scene nothing is in memory afterwards. */
  async mutate(...mutations: readonly Mutation[]): Promise<void> {
    for (const mutation of mutations) {
      this.browser.now += 1_000;
      valueIn(await this.api.mutate(mutation));
    }
    if (this.#isCold) this.restart();
  }

  restart(): void {
    this.browser.kill();
    this.#page = openPage(this.browser);
  }

  close(): void {
    this.browser.kill();
  }
}

/** Names of one letter, a to f, stay apart. */
export function idOf(name: string): ProfileId {
  return `018df5f0-1111-7000-8000-00000000000${name}` as ProfileId;
}

export function create(
  name: string,
  values: Readonly<Record<string, string | number>> = {},
  keys: Readonly<Record<string, string>> = {},
): Mutation {
  return {
    name: 'create-profile',
    profile: idOf(name),
    source: 'By hand',
    keys: Object.entries(keys).map(([keyspace, value]) => ({ keyspace, value })),
    attributes: Object.entries(values).map(([id, value]) => ({ attribute: id as AttributeId, value })),
  };
}

export function addTag(name: string, id: string): Mutation {
  return { name: 'add-tag', profile: idOf(name), tag: id as TagId };
}

export function createSegment(id: string, definition: SegmentDefinition): Mutation {
  return {
    name: 'create-segment',
    segment: id as SegmentId,
    title: id,
    description: '',
    revision: `${id}-1` as RevisionId,
    definition,
  };
}

export function draftOf(id: string, title = 'Draft'): SegmentDraft {
  return {
    segment: id as SegmentId,
    isNew: false,
    title,
    description: '',
    definition: GOLD,
    basedOn: null,
    changedAt: 0,
  };
}
