import { parseIsoTime } from '../../shared/kernel/iso-time.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { Instant, LeapDay, TimeZone, WeekStart } from '../../shared/kernel/time.ts';
import { parseTimeZone } from '../../shared/kernel/zone.ts';

export type EngineName = 'columnar' | 'interpreter';

export interface EvaluateArguments {
  readonly command: 'evaluate';
  readonly profiles: string;
  readonly events: string | undefined;
  readonly segment: string;
  readonly now: Instant;
  readonly timeZone: TimeZone;
  readonly types: string | undefined;
  readonly engine: EngineName;
  readonly ids: boolean;
  readonly weekStart: WeekStart;
  readonly leapDay: LeapDay;
}

export type Arguments =
  | EvaluateArguments
  | { readonly command: 'validate'; readonly segment: string }
  | { readonly command: 'help' };

const FLAGS = {
  evaluate: [
    'profiles',
    'events',
    'segment',
    'now',
    'zone',
    'types',
    'engine',
    'week-start',
    'leap-day',
    'ids',
  ],
  validate: ['segment'],
} as const;
/** Flags that stand alone. */
const SWITCHES = new Set(['ids']);
const ENGINES = ['columnar', 'interpreter'] as const;
const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
const LEAP_DAYS = ['february-28', 'march-1'] as const;

/** What is asked for, or in one line what is wrong with how it was asked. */
export function parseArguments(words: readonly string[]): Result<Arguments, string> {
  const [command, ...rest] = words;
  if (command === 'help' || words.includes('--help') || words.includes('-h')) return ok({ command: 'help' });
  if (command !== 'evaluate' && command !== 'validate') {
    const found = command === undefined ? 'nothing' : `“${command}”`;
    return err(`The first word must be evaluate or validate, but is ${found}. See --help.`);
  }
  const flags = readFlags(rest, FLAGS[command]);
  if (!flags.ok) return flags;
  const segment = flags.value.get('segment');
  if (segment === undefined) return err('--segment FILE is missing.');
  return command === 'validate' ? ok({ command, segment }) : parseEvaluate(segment, flags.value);
}

function readFlags(
  words: readonly string[],
  known: readonly string[],
): Result<ReadonlyMap<string, string>, string> {
  const flags = new Map<string, string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === '') return err(`“${word}” is not expected here: every value follows a flag. See --help.`);
    if (!known.includes(name)) return err(`There is no flag --${name} here. See --help.`);
    if (flags.has(name)) return err(`--${name} is given twice.`);
    if (SWITCHES.has(name)) {
      if (value !== undefined) return err(`--${name} takes no value.`);
      flags.set(name, '');
      continue;
    }
    const next = value ?? words[++index];
    if (next === undefined || next === '' || (value === undefined && next.startsWith('--'))) {
      return err(`--${name} needs a value.`);
    }
    flags.set(name, next);
  }
  return ok(flags);
}

function parseEvaluate(segment: string, flags: ReadonlyMap<string, string>): Result<Arguments, string> {
  const profiles = flags.get('profiles');
  const nowText = flags.get('now');
  const zoneText = flags.get('zone');
  if (profiles === undefined) return err('--profiles FILE is missing.');
  if (nowText === undefined)
    return err('--now INSTANT is missing: a count needs its clock, such as 2026-01-31T12:00:00Z.');
  if (zoneText === undefined)
    return err('--zone IANA is missing: days need a time zone, such as Europe/Berlin.');
  const now = parseIsoTime(nowText);
  if (now?.kind !== 'instant') {
    return err(
      `--now “${nowText}” is no instant: write a date, a time and Z or an offset, such as 2026-01-31T12:00:00Z.`,
    );
  }
  const timeZone = parseTimeZone(zoneText);
  if (!timeZone.ok)
    return err(`--zone “${zoneText}” is no time zone: write an IANA name, such as Europe/Berlin.`);
  const engine = oneOf(flags, 'engine', ENGINES);
  const weekStart = oneOf(flags, 'week-start', WEEK_STARTS);
  const leapDay = oneOf(flags, 'leap-day', LEAP_DAYS);
  if (!engine.ok) return engine;
  if (!weekStart.ok) return weekStart;
  if (!leapDay.ok) return leapDay;
  return ok({
    command: 'evaluate',
    profiles,
    events: flags.get('events'),
    segment,
    now: now.instant,
    timeZone: timeZone.value,
    types: flags.get('types'),
    engine: engine.value,
    ids: flags.has('ids'),
    weekStart: weekStart.value,
    leapDay: leapDay.value,
  });
}

/** The first is taken where the flag is not given. */
function oneOf<Word extends string>(
  flags: ReadonlyMap<string, string>,
  name: string,
  words: readonly [Word, ...Word[]],
): Result<Word, string> {
  const given = flags.get(name);
  const found = given === undefined ? words[0] : words.find((word) => word === given);
  return found === undefined ? err(`--${name} must be ${words.join(' or ')}, but is “${given}”.`) : ok(found);
}
