import { type Accessor, createMemo, createSignal } from 'solid-js';
import { createStore, reconcile, unwrap } from 'solid-js/store';
import type { Instant } from '../../shared/kernel/time.ts';
import type { Group, NodeId, SegmentNode } from '../../shared/segment/definition.ts';
import { replaceNode } from '../../shared/segment/edit-definition.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import type { SegmentDraft } from '../../shared/worker-api.ts';
import { nextHistory, startHistory } from './draft-history.ts';

/** What is published now: the measure of "unsaved". `null` for a segment that was never saved. */
export interface PublishedSegment {
  readonly title: string;
  readonly root: Group;
  readonly revision: RevisionId;
}

export interface DraftStoreRequest {
  readonly draft: SegmentDraft;
  readonly published: PublishedSegment | null;
  readonly now: () => Instant;
  /** Called at every edit with the whole draft. */
  readonly keep: (draft: SegmentDraft) => void;
}

export interface DraftStore {
  /** Plain and never changed in place: safe to send, compare and remember. */
  readonly draft: Accessor<SegmentDraft>;
  /** The same tree as a store, for drawing: a node that did not change is not drawn again. */
  readonly root: Group;
  readonly isDirty: Accessor<boolean>;
  readonly published: Accessor<PublishedSegment | null>;
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  readonly edit: (change: (root: Group) => Group, burst?: string) => void;
  readonly editNode: (id: NodeId, change: (node: SegmentNode) => SegmentNode, burst?: string) => void;
  readonly setTitle: (title: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The draft as it stands was published. */
  readonly markPublished: (revision: RevisionId, title: string) => void;
  /** Another tab, or a discard, says how it stands: not an edit of ours, so it is not kept again. */
  readonly adopt: (draft: SegmentDraft, published?: PublishedSegment) => void;
}

export function createDraftStore(request: DraftStoreRequest): DraftStore {
  const [published, setPublished] = createSignal(request.published);
  const [meta, setMeta] = createSignal(request.draft);
  const [history, setHistory] = createSignal(startHistory(request.draft.definition.root));
  const [shown, setShown] = createStore({ root: structuredClone(request.draft.definition.root) });
  const draft = createMemo(
    (): SegmentDraft => ({ ...meta(), definition: { version: 1, root: history().present } }),
  );
  const isDirty = createMemo(() => {
    const base = published();
    return base === null || base.title !== draft().title || !isSame(base.root, history().present);
  });
  const keep = () => {
    setMeta((known) => ({ ...known, changedAt: request.now() }));
    request.keep(draft());
  };
  const step = (input: Parameters<typeof nextHistory>[1]) => {
    const before = history();
    const after = nextHistory(before, input);
    if (after === before) return;
    setHistory(after);
    // Cloned, because reconcile writes into what it was given, and history must not change.
    setShown('root', reconcile(structuredClone(after.present), { key: 'id' }));
    keep();
  };
  const edit = (change: (root: Group) => Group, burst?: string) => {
    const { present } = history();
    const changed = change(present);
    // Editors build on what they draw, so parts of the store may be in it.
    if (changed !== present) step({ kind: 'edited', root: structuredClone(unwrap(changed)), burst });
  };
  return {
    draft,
    get root() {
      return shown.root;
    },
    isDirty,
    published,
    canUndo: () => history().past.length > 0,
    canRedo: () => history().future.length > 0,
    edit,
    editNode: (id, change, burst) =>
      edit(
        (root) => replaceNode(root, id, (node) => change(node)),
        burst === undefined ? undefined : `${id} ${burst}`,
      ),
    setTitle: (title) => {
      setMeta((known) => ({ ...known, title }));
      keep();
    },
    undo: () => step({ kind: 'undone' }),
    redo: () => step({ kind: 'redone' }),
    adopt: (adopted, nowPublished) => {
      if (nowPublished) setPublished(nowPublished);
      const root = structuredClone(adopted.definition.root);
      setMeta(adopted);
      setHistory((known) => nextHistory(known, { kind: 'edited', root }));
      setShown('root', reconcile(structuredClone(root), { key: 'id' }));
    },
    markPublished: (revision, title) => {
      setMeta((known) => ({ ...known, title, isNew: false, basedOn: revision }));
      setPublished({ title, root: history().present, revision });
    },
  };
}

/** Equal as JSON, whatever the order of the keys; marks that are off are absent. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) => Object.hasOwn(right, key) && isSame(Reflect.get(left, key), Reflect.get(right, key)),
  );
}
