import type { Instant } from '../../shared/kernel/time.ts';
import type { Random } from './random.ts';

const HEX = Array.from({ length: 0x1_0000 }, (_, word) => word.toString(16).padStart(4, '0'));

export interface UuidMaker {
  /** Sorts by `instant` first. */
  version7(instant: Instant): string;
  version4(): string;
}

/** UUIDs thrown with the given dice. */
export function createUuidMaker(random: Random): UuidMaker {
  const hex = (value: number): string => HEX[value] ?? '0000';
  const word = (): string => hex(random.below(0x1_0000));
  const rest = (version: number): string => {
    const third = hex(version * 0x1000 + random.below(0x1000));
    return `${third}-${hex(0x8000 + random.below(0x4000))}-${word()}${word()}${word()}`;
  };
  return {
    version7(instant) {
      const high = Math.floor(instant / 0x1_0000);
      return `${hex(Math.floor(high / 0x1_0000))}${hex(high % 0x1_0000)}-${hex(instant % 0x1_0000)}-${rest(7)}`;
    },
    version4: () => `${word()}${word()}-${word()}-${rest(4)}`,
  };
}
