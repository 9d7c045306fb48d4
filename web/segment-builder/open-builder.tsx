import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, untrack } from 'solid-js';
import type { DataModel } from '../../shared/profile/data-model.ts';
import type { SegmentId } from '../../shared/segment/definition.ts';
import type { RevisionId } from '../../shared/sync/mutation.ts';
import type { SegmentDraft, SegmentRow } from '../../shared/worker-api.ts';
import { useApp } from '../data/app-context.tsx';
import { createDraftKeeper } from '../data/create-draft-keeper.ts';
import { createMutate } from '../data/create-mutate.ts';
import { useFirstEdit } from '../data/first-edit.tsx';
import { useToasts } from '../ui/toast.tsx';
import { words } from '../words/en.ts';
import { builderWords } from '../words/en-builder.ts';
import { BuilderView } from './builder.tsx';
import { createBuilder } from './create-builder.ts';
import { createDraftStore } from './draft-store.ts';
import { focusNode } from './focus-node.ts';
import { draftOf, type OpenedDraft, publishedOf } from './open-draft.ts';
import { publish } from './publish.ts';

export interface OpenBuilderProps {
  readonly segment: SegmentId;
  /** As it was when it was opened. */
  readonly opened: OpenedDraft;
  readonly segments: readonly SegmentRow[];
  readonly drafts: readonly SegmentDraft[];
  readonly dataModel: DataModel;
}

/** One segment in the builder: its draft, its saving, its discarding. */
export function OpenBuilder(props: OpenBuilderProps) {
  const app = useApp();
  const toasts = useToasts();
  const firstEdit = useFirstEdit();
  const navigate = useNavigate();
  const mutate = createMutate();
  const keep = createDraftKeeper();
  const [isSaving, setSaving] = createSignal(false);
  const [announced, setAnnounced] = createSignal('');
  const store = createDraftStore({ ...untrack(() => props.opened), now: app.now, keep });
  const { builder, lane } = createBuilder({
    store,
    dataModel: () => props.dataModel,
    segments: () => props.segments,
    announce: setAnnounced,
  });
  const row = () => props.segments.find((one) => one.id === props.segment && !one.deleted);
  const isOvertaken = () => {
    const newest = row()?.revision;
    return newest !== undefined && store.isDirty() && newest !== store.draft().basedOn;
  };
  // The same draft in another tab went on: it is one draft.
  createEffect(() => {
    const other = props.drafts.find((draft) => draft.segment === props.segment);
    if (other && other.changedAt > untrack(() => store.draft().changedAt)) store.adopt(other);
  });
  // Saved in another tab, and nothing of ours is at stake: show what is saved now.
  createEffect(() => {
    const saved = row();
    if (!saved || saved.revision === untrack(store.published)?.revision) return;
    if (!untrack(store.isDirty)) store.adopt(draftOf(saved, app.now()), publishedOf(saved));
  });
  const save = async () => {
    if (isSaving() || !store.isDirty()) return;
    setSaving(true);
    const revision = app.newId() as RevisionId;
    const newest = row()?.revision;
    const result = await publish({ worker: app.worker, mutate, store, revision, newest });
    setSaving(false);
    if (result.kind === 'published') {
      toasts.show({ text: builderWords.saved(result.title) });
      firstEdit.valueFelt();
    } else if (result.kind === 'unfinished') {
      toasts.show({ text: result.text });
      if (result.node) focusNode(result.node, 'writing');
    }
  };
  const discard = async () => {
    const discarded = store.draft();
    await app.worker.discardDraft(props.segment);
    const published = row();
    const bringBack = () => {
      const again = { ...discarded, changedAt: app.now() };
      if (published) store.adopt(again);
      void app.worker.saveDraft(again);
      if (!published) navigate(`/segments/${discarded.segment}`);
    };
    if (published) store.adopt(draftOf(published, app.now()), publishedOf(published));
    else navigate('/segments');
    toasts.show({ text: builderWords.discarded, action: { label: words.common.undo, run: bringBack } });
  };
  return (
    <>
      <BuilderView
        builder={builder}
        lane={lane}
        isSaving={isSaving()}
        isOvertaken={isOvertaken()}
        onSave={() => void save()}
        onDiscard={() => void discard()}
      />
      <p class="aside-from-sight" role="status">
        {announced()}
      </p>
    </>
  );
}
