import type { JSX } from 'solid-js';
import { CHANNELS, type DataModel } from '../../shared/profile/data-model.ts';
import type { Fact } from '../../shared/segment/definition.ts';
import type { SegmentRow, SubjectCounts } from '../../shared/worker-api.ts';
import { matchScore } from '../ui/option-list.tsx';
import { words } from '../words/en.ts';
import { builderWords } from '../words/en-builder.ts';
import { formatNumber } from '../words/format-number.ts';
import type { Subject } from './new-node.ts';
import { CHANNEL_ICONS, KIND_ICONS, TYPE_ICONS } from './node-icon.tsx';

export interface PanelItem {
  readonly key: string;
  readonly label: string;
  readonly subject: Subject;
  readonly icon: () => JSX.Element;
  readonly count?: number | undefined;
  readonly countTitle?: string | undefined;
}
export interface PanelSection {
  readonly label: string;
  readonly items: readonly PanelItem[];
}
export interface PanelRequest {
  readonly dataModel: DataModel;
  readonly counts: SubjectCounts | undefined;
  readonly segments: readonly SegmentRow[];
}

const texts = builderWords.panel;
const FACTS: readonly Fact['kind'][] = ['created', 'changed', 'source', 'known', 'has-address'];

/** All that a condition can be about, as the panel lists it. Archived definitions are no longer offered (SEG-24). */
export function panelSections(request: PanelRequest): readonly PanelSection[] {
  const { dataModel, counts, segments } = request;
  const isOffered = (one: { readonly archived: boolean }) => !one.archived;
  const profiles = (count: number | undefined) =>
    count === undefined ? undefined : texts.profiles(formatNumber(count));
  const attributes = dataModel.attributes.filter(isOffered).map(
    ({ id, name, type }): PanelItem => ({
      key: `attribute ${id}`,
      label: name,
      subject: { kind: 'attribute', id },
      icon: TYPE_ICONS[type],
      count: counts?.attributes[id],
      countTitle: profiles(counts?.attributes[id]),
    }),
  );
  const events = dataModel.eventTypes.filter(isOffered).map(({ id, name }): PanelItem => {
    const behind = counts?.eventTypes[id];
    return {
      key: `event ${id}`,
      label: name,
      subject: { kind: 'event', id },
      icon: KIND_ICONS.event,
      count: behind?.profiles,
      countTitle: behind && texts.did(formatNumber(behind.profiles), formatNumber(behind.events)),
    };
  });
  const tags = dataModel.tags.filter(isOffered).map(
    ({ id, name }): PanelItem => ({
      key: `tag ${id}`,
      label: name,
      subject: { kind: 'tag', id },
      icon: KIND_ICONS.tag,
      count: counts?.tags[id],
      countTitle: profiles(counts?.tags[id]),
    }),
  );
  const canReceive = CHANNELS.map(
    (channel): PanelItem => ({
      key: `can-receive ${channel}`,
      label: texts.canReceive[channel],
      subject: { kind: 'can-receive', channel },
      icon: CHANNEL_ICONS[channel],
    }),
  );
  const consents = dataModel.topics.filter(isOffered).flatMap(({ id, name, channels }) =>
    channels.map(
      (channel): PanelItem => ({
        key: `consent ${id} ${channel}`,
        label: texts.byChannel(name, words.channels[channel]),
        subject: { kind: 'consent', id, channel },
        icon: CHANNEL_ICONS[channel],
        count: counts?.topics[id]?.[channel],
        countTitle: profiles(counts?.topics[id]?.[channel]),
      }),
    ),
  );
  const references = segments.filter(isOffered).map(
    ({ id, title }): PanelItem => ({
      key: `segment ${id}`,
      label: title,
      subject: { kind: 'segment', id },
      icon: KIND_ICONS.segment,
    }),
  );
  const facts = FACTS.map(
    (fact): PanelItem => ({
      key: `fact ${fact}`,
      label: builderWords.facts[fact],
      subject: { kind: 'fact', fact },
      icon: fact === 'has-address' ? KIND_ICONS.address : KIND_ICONS.fact,
    }),
  );
  return [
    { label: texts.attributes, items: attributes },
    { label: texts.events, items: events },
    { label: texts.tags, items: tags },
    { label: texts.consents, items: [...canReceive, ...consents] },
    { label: texts.segments, items: references },
    { label: texts.facts, items: facts },
  ].filter(({ items }) => items.length > 0);
}

/** Only what the words name, the best match of each section first; sections without one are left out. */
export function searchSections(sections: readonly PanelSection[], text: string): readonly PanelSection[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return sections;
  return sections
    .map(({ label, items }) => ({
      label,
      items: items
        .map((item) => ({ item, score: matchScore(item.label.toLowerCase(), wanted) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score)
        .map(({ item }) => item),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The one that Enter adds: the best match of all sections, the first of equals. */
export function bestItem(sections: readonly PanelSection[], text: string): PanelItem | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const score = (item: PanelItem) => matchScore(item.label.toLowerCase(), wanted);
  return sections.flatMap(({ items }) => items).toSorted((a, b) => score(b) - score(a))[0];
}
