import { expect, test } from 'vitest';
import type { AttributeId, DataModel } from '../../shared/profile/data-model.ts';
import {
  asksOf,
  carryOver,
  editPlan,
  leaveConsentsOut,
  reread,
  retarget,
  startDraft,
  toggleNoValueWord,
} from './import-draft.ts';
import { aColumn, anInspection, EMAIL_COLUMN } from './inspections.ts';
import { isKeyless, planProblems } from './plan-problems.ts';

const income = 'income' as AttributeId;
const model: DataModel = {
  attributes: [{ id: income, key: 'income', name: 'Income', type: 'number', archived: false }],
  properties: [],
  eventTypes: [],
  tags: [],
  topics: [],
};
const kinds = (draft: Parameters<typeof planProblems>[0]) =>
  planProblems(draft).map((problem) => problem.kind);

test('a well suggested plan can start at once', () => {
  expect(planProblems(startDraft(anInspection()))).toEqual([]);
});

test('an existing attribute lends its type; leaving it brings the suggested type back', () => {
  const draft = startDraft(anInspection());
  const onIncome = retarget(draft, 1, { kind: 'attribute', attribute: income }, model);
  expect(onIncome.plan.columns[1]?.reading.type).toBe('number');
  const fresh = { kind: 'attribute', attribute: { key: 'city', name: 'City' } } as const;
  expect(retarget(onIncome, 1, fresh, model).plan.columns[1]?.reading.type).toBe('text');
});

test('an undecided date order must be answered before the start, also with what was suggested', () => {
  const born = aColumn({
    header: 'born',
    reading: { ...aColumn().reading, type: 'date', dateOrder: 'month-first' },
  });
  const draft = startDraft(
    anInspection({ columns: [EMAIL_COLUMN, born] }, { born: { asks: ['date-order'] } }),
  );
  expect(planProblems(draft)).toEqual([{ kind: 'open-ask', columns: [1], ask: 'date-order' }]);
  expect(planProblems(reread(draft, 1, { dateOrder: 'month-first' }))).toEqual([]);
});

test('a text column made a date asks for its order, unless the year comes first', () => {
  const columns = [
    EMAIL_COLUMN,
    aColumn({ header: 'a' }),
    aColumn({ header: 'b', target: { kind: 'tags' } }),
  ];
  const found = { a: { samples: ['03/04/2020'] }, b: { samples: ['2020-04-03'] } };
  const draft = startDraft(anInspection({ columns }, found));
  const dated = reread(reread(draft, 1, { type: 'date' }), 2, { type: 'date' });
  expect(asksOf(dated, 1)).toEqual(['date-order']);
  expect(asksOf(dated, 2)).toEqual([]);
});

test('an ignored column asks nothing', () => {
  const born = aColumn({ header: 'born', reading: { ...aColumn().reading, type: 'date' } });
  const draft = startDraft(
    anInspection({ columns: [EMAIL_COLUMN, born] }, { born: { asks: ['date-order'] } }),
  );
  expect(planProblems(retarget(draft, 1, { kind: 'ignore' }, model))).toEqual([]);
});

test('events need to say whose, when and what', () => {
  const draft = startDraft(anInspection({ rows: 'events', columns: [aColumn()] }));
  expect(kinds(draft)).toEqual(['no-key', 'no-event-time', 'no-event-type']);
  expect(kinds(editPlan(draft, { eventType: { name: 'Purchase' } }))).toEqual(['no-key', 'no-event-time']);
});

test('two columns must not write the same thing; several columns of tags may', () => {
  const draft = startDraft(anInspection({ columns: [EMAIL_COLUMN, aColumn(), aColumn()] }));
  expect(planProblems(draft)).toEqual([{ kind: 'same-target', columns: [1, 2] }]);
  const tags = aColumn({ target: { kind: 'tags' } });
  expect(kinds(startDraft(anInspection({ columns: [EMAIL_COLUMN, tags, tags] })))).toEqual([]);
});

test('[SYN-9] consents need a proof, or the person leaves the opt-ins out', () => {
  const consent = aColumn({ target: { kind: 'consent', topic: { name: 'News' }, channel: 'email' } });
  const draft = startDraft(anInspection({ columns: [EMAIL_COLUMN, consent] }));
  expect(kinds(draft)).toEqual(['no-proof']);
  expect(kinds(editPlan(draft, { consentProof: 'Till form, May' }))).toEqual([]);
  expect(kinds(leaveConsentsOut(draft))).toEqual([]);
});

test('[SYN-9] a column that only opts out needs no proof', () => {
  const refusal = aColumn({
    target: { kind: 'consent', topic: { name: 'News' }, channel: 'email', yesMeans: 'opted-out' },
  });
  const draft = startDraft(anInspection({ columns: [EMAIL_COLUMN, refusal] }));
  expect(kinds(draft)).toEqual([]);
  expect(leaveConsentsOut(draft).plan.columns[1]?.target.kind).toBe('consent');
});

test('a column without a name is pointed at', () => {
  const nameless = aColumn({ target: { kind: 'attribute', attribute: { key: '', name: ' ' } } });
  const draft = startDraft(anInspection({ columns: [EMAIL_COLUMN, nameless] }));
  expect(planProblems(draft)).toEqual([{ kind: 'name-missing', columns: [1] }]);
});

test('a file of which everything is ignored brings nothing', () => {
  const draft = startDraft(anInspection({ columns: [aColumn({ target: { kind: 'ignore' } })] }));
  expect(kinds(draft)).toEqual(['nothing-mapped']);
});

test('profiles without a key are allowed and noticed', () => {
  const draft = startDraft(anInspection({ columns: [aColumn()] }));
  expect(isKeyless(draft.plan)).toBe(true);
  expect(planProblems(draft)).toEqual([]);
});

test('words that mean no value go on and off', () => {
  const on = toggleNoValueWord(startDraft(anInspection()), 1, 'NA');
  expect(on.plan.columns[1]?.reading.noValueWords).toEqual(['NA']);
  expect(toggleNoValueWord(on, 1, 'NA').plan.columns[1]?.reading.noValueWords).toEqual([]);
});

test('reading the file anew keeps decisions about columns that kept their place and name', () => {
  const born = aColumn({ header: 'born', reading: { ...aColumn().reading, type: 'date' } });
  const found = { born: { asks: ['date-order' as const] } };
  const first = startDraft(anInspection({ columns: [EMAIL_COLUMN, born] }, found));
  const decided = reread(first, 1, { dateOrder: 'day-first' });
  const again = anInspection({ encoding: 'windows-1252', columns: [EMAIL_COLUMN, born] }, found);
  expect(planProblems(carryOver(decided, again))).toEqual([]);
  expect(carryOver(decided, again).plan.encoding).toBe('windows-1252');

  const split = anInspection({ delimiter: ';', columns: [aColumn({ header: 'email,born' })] });
  expect(carryOver(decided, split).plan.columns).toEqual(split.plan.columns);
});
