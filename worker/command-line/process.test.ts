import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declaredTypes, readExamples } from './testing/examples.ts';
import { dataPath, hasRealData, NO_REAL_DATA } from './testing/real-data.ts';
import { toSegmentFile } from './testing/translate-example.ts';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** The command as people start it. */
function shoal(...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', 'worker/command-line/main.ts', ...words];
    execFile(process.execPath, command, { cwd: CHECKOUT }, (error, output, errors) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
        output,
        errors,
      });
    });
  });
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shoal-command-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('the process', () => {
  test('prints one line and ends with 0', async () => {
    const profiles = await file('p.csv', 'profile_id,city\n007,Oslo\n8,\n');
    const segment = await file(
      's.json',
      '{"format":"shoal-segment","version":1,"root":{"kind":"group","match":"all","children":[{"kind":"attribute","attribute":"city"}]}}',
    );
    const ended = await shoal(
      'evaluate',
      '--profiles',
      profiles,
      '--segment',
      segment,
      '--now',
      '2026-01-01T00:00:00Z',
      '--zone',
      'UTC',
      '--ids',
    );
    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.output.split('\n')).toHaveLength(2);
    expect(JSON.parse(ended.output)).toMatchObject({
      count: 1,
      ids: ['007'],
      engine: 'columnar',
      timeZone: 'UTC',
    });
  }, 30_000);

  test('ends with 2 and one line, never with a stack trace', async () => {
    const ended = await shoal(
      'evaluate',
      '--profiles',
      join(folder, 'none.csv'),
      '--segment',
      join(folder, 'none.json'),
      '--now',
      '2026-01-01T00:00:00Z',
      '--zone',
      'UTC',
    );
    expect(ended).toMatchObject({ code: 2, output: '' });
    expect(ended.errors).toMatch(/^shoal: .*none\.json is not there\.\n$/);
    expect(await shoal('validate', '--segment', folder)).toMatchObject({
      code: 2,
      errors: `shoal: ${folder} is a folder.\n`,
    });
  }, 30_000);
});

describe.skipIf(!hasRealData)(`the process on real data${hasRealData ? '' : ` (${NO_REAL_DATA})`}`, () => {
  const cases = [
    { dataSet: 'online-retail', id: 'or11', engine: 'columnar' },
    { dataSet: 'rees46-web', id: 'rs08', engine: 'interpreter' },
    { dataSet: 'customer-personality', id: 'cp06', engine: 'columnar' },
  ] as const;
  test.each(cases)(
    '$dataSet: $id, $engine',
    async ({ dataSet, id, engine }) => {
      const set = readExamples(dataSet);
      const example = set.segments.find((one) => one.id === id);
      if (example === undefined) throw new Error(`there is an example ${id}`);
      const types = declaredTypes(set);
      const words = [
        '--profiles',
        dataPath(dataSet, 'profiles.csv.gz'),
        '--now',
        example.now,
        '--zone',
        example.time_zone,
        '--engine',
        engine,
      ];
      const events = set.events_file === null ? [] : ['--events', dataPath(dataSet, set.events_file)];
      const segment = await file(`${id}.json`, JSON.stringify(toSegmentFile(example, types)));
      const ended = await shoal(
        'evaluate',
        ...words,
        ...events,
        '--segment',
        segment,
        '--types',
        await file(`${id}.types.json`, JSON.stringify(types)),
      );
      expect([ended.code, ended.errors]).toEqual([0, '']);
      expect(JSON.parse(ended.output)).toEqual({
        count: example.expected_count,
        membersSha256: example.members_sha256,
        engine,
        now: example.now,
        timeZone: example.time_zone,
      });
    },
    60_000,
  );
});
