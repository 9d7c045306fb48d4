import { useLocation, useNavigate, useParams } from '@solidjs/router';
import { createEffect, createMemo, Show } from 'solid-js';
import type { SegmentId } from '../../../shared/segment/definition.ts';
import { useApp } from '../../data/app-context.tsx';
import { createDataModel } from '../../data/create-data-model.ts';
import { createDrafts, createSegments } from '../../data/create-segments.ts';
import { OpenBuilder } from '../../segment-builder/open-builder.tsx';
import { openDraft } from '../../segment-builder/open-draft.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { builderWords } from '../../words/en-builder.ts';

/** `/segments/new` gets an id and stays; any other address opens that segment, with its draft if there is one. */
export function SegmentBuilderPage() {
  const params = useParams<{ id: string }>();
  const location = useLocation<{ isNew?: boolean }>();
  const navigate = useNavigate();
  const app = useApp();
  const segments = createSegments();
  const drafts = createDrafts();
  const model = createDataModel();
  const id = () => params.id as SegmentId;
  createEffect(() => {
    if (params.id === 'new') navigate(`/segments/${app.newId()}`, { replace: true, state: { isNew: true } });
  });
  const isLoaded = () =>
    segments.value() !== undefined && drafts.value() !== undefined && model.value() !== undefined;
  // Once an id is open, later answers of the worker reach the builder by themselves.
  const opened = createMemo(() => {
    if (!isLoaded()) return undefined;
    const segment = id();
    const row = segments.value()?.find((one) => one.id === segment && !one.deleted);
    const kept = drafts.value()?.find((draft) => draft.segment === segment);
    return openDraft({ segment, row, kept, mayBeNew: location.state?.isNew === true, app });
  });
  const key = createMemo(() => (opened() ? id() : undefined));
  return (
    <Show
      when={key()}
      keyed
      fallback={
        <Page>
          <Show when={isLoaded()} fallback={<Skeleton width={12} />}>
            <EmptyState title={builderWords.gone.title} text={builderWords.gone.text} />
          </Show>
        </Page>
      }
    >
      {(segment) => (
        <OpenBuilder
          segment={segment}
          opened={opened() as NonNullable<ReturnType<typeof opened>>}
          segments={segments.value() ?? []}
          drafts={drafts.value() ?? []}
          dataModel={model.value() as NonNullable<ReturnType<typeof model.value>>}
        />
      )}
    </Show>
  );
}
