import type { Instant } from '../../shared/kernel/time.ts';
import { createPopulation } from '../columns/population.ts';
import { type ConsentLine, ConsentRecorder } from '../replica/consent-history.ts';
import type { Beginning } from '../replica/create-workspace.ts';
import { fillPopulation } from '../sample/fill-population.ts';
import { generateSample, type SampleProfile } from '../sample/sample-workspace.ts';

/** Every sample workspace tells of the same people. */
const SEED = 20_240_229;

/** The shop to try things out on, its consent ledger included. */
export function sampleBeginning(now: Instant): Beginning {
  const sample = generateSample({ seed: SEED, now });
  const population = createPopulation();
  fillPopulation(population, sample);
  const ledger = new ConsentRecorder();
  sample.profiles.forEach((profile, ordinal) => {
    for (const line of consentLines(profile, ordinal)) ledger.add(line);
  });
  return { model: sample.model, population, ledger: ledger.finish() };
}

function consentLines({ consents }: SampleProfile, ordinal: number): readonly ConsentLine[] {
  return consents.map((entry, index) => {
    const before = consents
      .slice(0, index)
      .findLast(({ topic, channel }) => topic === entry.topic && channel === entry.channel);
    return { ...entry, ordinal, before: before?.state };
  });
}
