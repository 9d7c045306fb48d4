import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { FileMachine } from './testing/file-machine.ts';

const PROFILES =
  'profile_id,city,points,joined,tags,vip\n007,Oslo,5,2024-02-29,a|b,true\n8,É,0.1,,,false\n9,unknown,,2025-01-01,b,\n';
const EVENTS =
  'event_id,profile_id,type,time,amount\ne1,007,buy,2025-01-01T10:00:00Z,699.0982\ne2,8,buy,2025-01-02T10:00:00Z,0.1\ne3,8,buy,2025-01-02T10:00:00Z,0.2\n';
const FILES = { 'p.csv': PROFILES, 'e.csv': EVENTS };

function segment(...children: readonly object[]): string {
  return JSON.stringify({
    format: 'shoal-segment',
    version: 1,
    root: { kind: 'group', match: 'all', children },
  });
}
const CLOCK = ['--now', '2025-02-01T00:00:00Z', '--zone', 'Europe/Oslo'];

async function evaluate(
  segmentText: string,
  words: readonly string[] = ['--events', 'e.csv'],
  files: Readonly<Record<string, string>> = FILES,
) {
  const machine = new FileMachine({ ...files, 's.json': segmentText });
  const code = await run(machine, [
    'evaluate',
    '--profiles',
    'p.csv',
    '--segment',
    's.json',
    '--ids',
    ...CLOCK,
    ...words,
  ]);
  return {
    code,
    errors: machine.errors,
    answer: machine.printed[0] === undefined ? undefined : JSON.parse(machine.printed[0]),
  };
}
async function members(...children: readonly object[]): Promise<readonly string[]> {
  const columnar = await evaluate(segment(...children));
  const interpreter = await evaluate(segment(...children), ['--events', 'e.csv', '--engine', 'interpreter']);
  expect([columnar.code, columnar.errors, interpreter.answer?.ids]).toEqual([0, [], columnar.answer?.ids]);
  return columnar.answer.ids;
}
const attribute = (key: string, test: object) => ({ kind: 'attribute', attribute: key, predicate: { test } });

describe('evaluate', () => {
  test('prints one line with the count, the hash, the engine, the clock and the zone', async () => {
    const machine = new FileMachine({
      ...FILES,
      's.json': segment(attribute('city', { kind: 'has-value' })),
    });
    const code = await run(machine, [
      'evaluate',
      '--profiles',
      'p.csv',
      '--segment',
      's.json',
      '--now=2025-02-01T01:00:00+01:00',
      '--zone',
      'europe/oslo',
    ]);
    expect([code, machine.errors]).toEqual([0, []]);
    const membersSha256 = createHash('sha256').update('007\n8\n9').digest('hex');
    expect(machine.printed).toEqual([
      JSON.stringify({
        count: 3,
        membersSha256,
        engine: 'columnar',
        now: '2025-02-01T00:00:00Z',
        timeZone: 'Europe/Oslo',
      }),
    ]);
  });

  test('hashes nobody as the empty text', async () => {
    const { answer } = await evaluate(segment(attribute('points', { kind: 'more-than', value: 99 })));
    expect(answer).toMatchObject({
      count: 0,
      ids: [],
      membersSha256: createHash('sha256').update('').digest('hex'),
    });
  });

  test('sorts ids by their bytes, emoji after all else', async () => {
    const files = { 'p.csv': 'profile_id\n😀\n\uFF5E\nb\nB\na10\na9\n' };
    const { answer } = await evaluate(segment({ kind: 'fact', fact: { kind: 'known' } }), [], files);
    expect(answer.ids).toEqual(['B', 'a10', 'a9', 'b', '\uFF5E', '😀']);
  });

  test('reads each column as the import would suggest', async () => {
    expect(await members(attribute('city', { kind: 'is', values: ['é'] }))).toEqual(['8']);
    expect(await members(attribute('points', { kind: 'equals', value: 0.1 }))).toEqual(['8']);
    expect(await members(attribute('joined', { kind: 'before', moment: '2024-03-01' }))).toEqual(['007']);
    expect(await members(attribute('vip', { kind: 'is-false' }))).toEqual(['8']);
    expect(await members({ kind: 'tag', match: 'any', tags: ['b'] })).toEqual(['007', '9']);
    expect(await members({ kind: 'tag', match: 'none', tags: ['b'] })).toEqual(['8']);
    const sum = { kind: 'sum', property: 'amount', compare: { kind: 'equals', value: 0.3 } };
    expect(await members({ kind: 'event', eventTypes: ['buy'], measure: sum })).toEqual(['8']);
    const exact = { kind: 'maximum', property: 'amount', compare: { kind: 'equals', value: 699.0982 } };
    expect(await members({ kind: 'event', eventTypes: ['buy'], measure: exact })).toEqual(['007']);
  });

  test('reads a column as --types declares it', async () => {
    const types = { points: 'text', tags: 'list', joined: 'text' };
    const files = { ...FILES, 't.json': JSON.stringify(types) };
    const text = segment(attribute('points', { kind: 'is', values: ['0.1'] }));
    expect((await evaluate(text, ['--types', 't.json'], files)).answer.ids).toEqual(['8']);
    const list = segment(attribute('tags', { kind: 'has-all', values: ['a', 'b'] }));
    expect((await evaluate(list, ['--types', 't.json'], files)).answer.ids).toEqual(['007']);
  });

  test('keeps aside what a declared type cannot take, and says so', async () => {
    const files = { ...FILES, 't.json': '{"city":"number"}' };
    const { code, errors, answer } = await evaluate(
      segment(attribute('city', { kind: 'has-value' })),
      ['--types', 't.json'],
      files,
    );
    expect([code, answer.ids]).toEqual([0, []]);
    expect(errors).toEqual(['note: 3 cells of “city” in p.csv are not of its type; they count as no value.']);
  });

  test('knows that a type of events or a tag which nobody has is still a type or a tag', async () => {
    const never = {
      kind: 'event',
      eventTypes: ['cancel'],
      measure: { kind: 'count', compare: { kind: 'equals', value: 0 } },
    };
    const { code, errors, answer } = await evaluate(
      segment(never, { kind: 'tag', match: 'none', tags: ['zz'] }),
    );
    expect([code, answer.count]).toEqual([0, 3]);
    expect(errors).toEqual(['note: no event is of type “cancel”.', 'note: nobody has the tag “zz”.']);
  });

  test('makes a profile for events of someone unknown, as the import does', async () => {
    const files = { ...FILES, 'e.csv': `${EVENTS}e4,new,buy,2025-01-01T10:00:00Z,1\n` };
    const { answer } = await evaluate(
      segment({ kind: 'event', eventTypes: ['buy'] }),
      ['--events', 'e.csv'],
      files,
    );
    expect(answer.ids).toEqual(['007', '8', 'new']);
  });

  test('follows references to the segments in the same file', async () => {
    const file = {
      format: 'shoal-segment',
      version: 1,
      root: { kind: 'group', match: 'all', children: [{ kind: 'segment', segment: 'rich', negated: true }] },
      segments: {
        rich: {
          root: {
            kind: 'group',
            match: 'all',
            children: [attribute('points', { kind: 'at-least', value: 1 })],
          },
        },
      },
    };
    expect((await evaluate(JSON.stringify(file))).answer.ids).toEqual(['8', '9']);
  });
});

describe('bad input ends with 2 and one clear line', () => {
  const good = segment(attribute('city', { kind: 'has-value' }));
  const refusal = async (
    segmentText: string,
    words: readonly string[] = [],
    files: Readonly<Record<string, string>> = FILES,
  ) => {
    const { code, errors, answer } = await evaluate(segmentText, words, files);
    expect([code, answer, errors.length]).toEqual([2, undefined, 1]);
    expect(errors[0]).toMatch(/^shoal: [^\n]+$/);
    return errors[0] ?? '';
  };

  test('about files', async () => {
    expect(await refusal(good, ['--events', 'none.csv'])).toContain('none.csv is not there.');
    expect(await refusal(good, [], { 'p.csv': '' })).toContain('p.csv is empty.');
    expect(await refusal(good, [], { 'p.csv': 'name\nAnn\n' })).toContain('p.csv has no column “profile_id”');
    expect(
      await refusal(good, ['--events', 'e.csv'], { ...FILES, 'e.csv': 'profile_id,type\n1,x\n' }),
    ).toContain('no column “time”');
    expect(
      await refusal(good, ['--events', 'e.csv'], { ...FILES, 'e.csv': `${EVENTS}e9,8,buy,soon,1\n` }),
    ).toContain('1 of 4 rows cannot be used: “time” cannot be read as a time.');
    expect(await refusal(good, ['--types', 't.json'], { ...FILES, 't.json': '{"city":"colour"}' })).toContain(
      '“city” is "colour"',
    );
    expect(await refusal(good, ['--types', 't.json'], { ...FILES, 't.json': '[]' })).toContain(
      'no JSON object',
    );
  });

  test('about a file that is packed and damaged', async () => {
    const machine = new FileMachine({ 'p.csv.gz': Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3), 's.json': good });
    const code = await run(machine, ['evaluate', '--profiles', 'p.csv.gz', '--segment', 's.json', ...CLOCK]);
    expect([code, machine.errors]).toEqual([
      2,
      ['shoal: p.csv.gz cannot be used: The packed file (gzip) is damaged or cut off.'],
    ]);
  });

  test('about the segment', async () => {
    expect(await refusal('{')).toContain('s.json: expected JSON');
    expect(await refusal(segment(attribute('cty', { kind: 'has-value' })))).toMatch(
      /root\.children\[0\]\.attribute.*cty/,
    );
    expect(await refusal(segment(attribute('city', { kind: 'is', values: [] })))).toContain(
      'it is incomplete: root.children[0]',
    );
    expect(await refusal(segment(attribute('city', { kind: 'more-than', value: 1 })))).toContain(
      'it is broken: root.children[0]',
    );
    expect(await refusal(segment({ kind: 'event', eventTypes: ['buy'] }))).toContain('give --events FILE');
    expect(await refusal(segment())).toContain('incomplete');
  });

  test('about flags', async () => {
    const line = async (...words: string[]) => {
      const machine = new FileMachine();
      expect(await run(machine, words)).toBe(2);
      expect(machine.errors).toHaveLength(1);
      return machine.errors[0] ?? '';
    };
    const needed = ['evaluate', '--profiles', 'p.csv', '--segment', 's.json'];
    expect(await line()).toContain('evaluate or validate');
    expect(await line('count')).toContain('“count”');
    expect(await line('evaluate', '--segment', 's.json')).toContain('--profiles FILE is missing');
    expect(await line(...needed)).toContain('--now INSTANT is missing');
    expect(await line(...needed, '--now', 'today', '--zone', 'UTC')).toContain('“today” is no instant');
    expect(await line(...needed, '--now', '2025-01-01T10:00', '--zone', 'UTC')).toContain('is no instant');
    expect(await line(...needed, '--now', '2025-02-30T10:00:00Z', '--zone', 'UTC')).toContain(
      'is no instant',
    );
    expect(await line(...needed, ...CLOCK.slice(0, 2), '--zone', 'Mars/Base')).toContain(
      '“Mars/Base” is no time zone',
    );
    expect(await line(...needed, ...CLOCK, '--engine', 'sql')).toContain('columnar or interpreter');
    expect(await line(...needed, ...CLOCK, '--fast')).toContain('no flag --fast');
    expect(await line(...needed, '--now')).toContain('--now needs a value');
    expect(await line(...needed, 'extra')).toContain('“extra”');
    expect(await line(...needed, '--segment', 'again.json')).toContain('twice');
  });
});

describe('validate', () => {
  const validate = async (text: string) => {
    const machine = new FileMachine({ 's.json': text });
    return {
      code: await run(machine, ['validate', '--segment', 's.json']),
      printed: machine.printed,
      errors: machine.errors,
    };
  };

  test('says nothing about a file that is right', async () => {
    expect(await validate(segment(attribute('anything', { kind: 'has-value' })))).toEqual({
      code: 0,
      printed: [],
      errors: [],
    });
  });

  test('prints every error with its path', async () => {
    const { code, printed, errors } = await validate(
      segment({ kind: 'attribut', attribute: 'x' }, attribute('x', { kind: 'equals', value: 'five' })),
    );
    expect([code, printed.length, errors]).toEqual([2, 2, ['shoal: s.json has 2 errors.']]);
    expect(printed[0]).toMatch(/^root\.children\[0\]/);
    expect(printed[1]).toMatch(/^root\.children\[1\]\.predicate\.test\.value: /);
  });
});

describe('validate without data', () => {
  const printed = async (text: string) => {
    const machine = new FileMachine({ 's.json': text });
    await run(machine, ['validate', '--segment', 's.json']);
    return machine.printed;
  };

  test('takes attributes to be of the type that is asked for', async () => {
    const children = [
      attribute('a', { kind: 'more-than', value: 1 }),
      attribute('b', { kind: 'in-last', amount: 3, unit: 'hour' }),
      attribute('c', { kind: 'has-any', values: ['x'] }),
      attribute('d', { kind: 'age', compare: { kind: 'at-least', value: 18 } }),
      attribute('e', { kind: 'is-true' }),
      {
        kind: 'event',
        eventTypes: ['buy'],
        measure: { kind: 'average', property: 'f', compare: { kind: 'at-most', value: 2 } },
      },
      { kind: 'tag', match: 'all', tags: ['g'] },
      { kind: 'consent', channel: 'sms', match: 'any', topics: ['h'], test: { kind: 'can-receive' } },
    ];
    expect(await printed(segment(...children))).toEqual([]);
  });

  test('says what is incomplete, and which segments run in a circle or are not there', async () => {
    expect(await printed(segment(attribute('city', { kind: 'is', values: [] })))).toEqual([
      'root.children[0]: incomplete, there is no value to compare with',
    ]);
    const to = (key: string) => ({
      kind: 'group',
      match: 'all',
      children: [{ kind: 'segment', segment: key }],
    });
    const circle = {
      format: 'shoal-segment',
      version: 1,
      root: to('x'),
      segments: { x: { root: to('y') }, y: { root: to('x') } },
    };
    expect((await printed(JSON.stringify(circle)))[0]).toContain('circle');
    expect((await printed(JSON.stringify({ ...circle, root: to('z') })))[0]).toContain(
      'root.children[0].segment',
    );
  });
});

test('--help prints how it is used', async () => {
  const machine = new FileMachine();
  expect(await run(machine, ['--help'])).toBe(0);
  expect(machine.printed.join('\n')).toContain('shoal evaluate --profiles FILE');
});
