import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bindSegment } from './bind-segment.ts';
import { countMembers } from './evaluate.ts';
import { type LoadedFiles, loadFiles } from './load-files.ts';
import { type EngineName, type EvaluateArguments, parseArguments } from './parse-arguments.ts';
import { type DeclaredType, readTypes } from './read-types.ts';
import { DATA_SETS, declaredTypes, type Example, readExamples } from './testing/examples.ts';
import { FileMachine } from './testing/file-machine.ts';
import { dataPath, hasRealData, NO_REAL_DATA } from './testing/real-data.ts';
import { toSegmentFile } from './testing/translate-example.ts';

function argumentsFor(
  dataSet: string,
  { now, time_zone }: Pick<Example, 'now' | 'time_zone'>,
): EvaluateArguments {
  const events = dataPath(dataSet, 'events.csv.gz');
  const words = [
    '--profiles',
    dataPath(dataSet, 'profiles.csv.gz'),
    '--segment',
    'segment.json',
    '--now',
    now,
    '--zone',
    time_zone,
  ];
  const parsed = parseArguments(['evaluate', ...words, ...(existsSync(events) ? ['--events', events] : [])]);
  if (!parsed.ok || parsed.value.command !== 'evaluate') throw new Error('these arguments are right');
  return parsed.value;
}

async function load(
  dataSet: string,
  example: Example,
  types: Readonly<Record<string, DeclaredType>>,
): Promise<LoadedFiles> {
  const read = readTypes(JSON.stringify(types));
  if (!read.ok) throw new Error(read.error);
  const loaded = await loadFiles(new FileMachine(), argumentsFor(dataSet, example), read.value);
  if (!loaded.ok) throw new Error(loaded.error);
  return loaded.value;
}

function count(loaded: LoadedFiles, segment: object, asked: EvaluateArguments) {
  const bound = bindSegment(JSON.stringify(segment), loaded, asked);
  if (!bound.ok) throw new Error(bound.error);
  return (engine: EngineName) => {
    const { count: members, membersSha256 } = countMembers(loaded.workspace.population, bound.value.meaning, {
      ...asked,
      engine,
    });
    return [members, membersSha256];
  };
}

describe.skipIf(!hasRealData)(
  `the examples of the real data${hasRealData ? '' : ` (${NO_REAL_DATA})`}`,
  () => {
    for (const dataSet of hasRealData ? DATA_SETS : []) {
      describe(dataSet, () => {
        const set = readExamples(dataSet);
        const types = declaredTypes(set);
        let loaded: LoadedFiles;
        beforeAll(async () => {
          const [first] = set.segments;
          if (first !== undefined) loaded = await load(dataSet, first, types);
        }, 60_000);

        for (const example of set.segments) {
          test(`${example.id}: ${example.plain}`, () => {
            const counted = count(loaded, toSegmentFile(example, types), argumentsFor(dataSet, example));
            const expected = [example.expected_count, example.members_sha256];
            expect(counted('columnar')).toEqual(expected);
            expect(counted('interpreter')).toEqual(expected);
            const { other_reading: other } = example;
            if (other === undefined) return;
            const otherwise = count(
              loaded,
              toSegmentFile({ ...example, ...other }, types),
              argumentsFor(dataSet, example),
            );
            expect(otherwise('columnar')).toEqual([other.count, other.members_sha256]);
            expect(otherwise('interpreter')).toEqual([other.count, other.members_sha256]);
          }, 30_000);
        }
      });
    }

    test('tags give what a list of the same words gives', async () => {
      const set = readExamples('customer-personality');
      const types: Readonly<Record<string, DeclaredType>> = { ...declaredTypes(set), tags: 'tags' };
      const about = set.segments.filter(({ id }) => ['cp03', 'cp05', 'cp06'].includes(id));
      const [first] = about;
      if (first === undefined) throw new Error('these examples are there');
      const loaded = await load('customer-personality', first, types);
      for (const example of about) {
        const counted = count(
          loaded,
          toSegmentFile(example, types),
          argumentsFor('customer-personality', example),
        );
        expect(counted('columnar')).toEqual([example.expected_count, example.members_sha256]);
        expect(counted('interpreter')).toEqual([example.expected_count, example.members_sha256]);
      }
    });

    test('types that are not declared are suggested so that the counts stay the same', async () => {
      for (const dataSet of ['customer-personality', 'rees46-web', 'online-retail'] as const) {
        const set = readExamples(dataSet);
        const types = declaredTypes(set);
        const [first] = set.segments;
        if (first === undefined) continue;
        const loaded = await load(dataSet, first, {});
        for (const example of set.segments) {
          // Undeclared, a column called tags holds tags.
          const suggested = { ...types, ...('tags' in types && { tags: 'tags' as const }) };
          if (JSON.stringify(example.formal).includes('"op":"empty"')) continue;
          const counted = count(loaded, toSegmentFile(example, suggested), argumentsFor(dataSet, example));
          expect([example.id, ...counted('columnar')]).toEqual([
            example.id,
            example.expected_count,
            example.members_sha256,
          ]);
        }
      }
    }, 60_000);
  },
);
