import { unreachable } from '../../shared/kernel/assert.ts';
import { evaluate } from './evaluate.ts';
import type { Machine } from './load-files.ts';
import { parseArguments } from './parse-arguments.ts';
import { USAGE } from './usage.ts';
import { validate } from './validate.ts';

export type ExitCode = 0 | 2;

/** One run of the command: what it prints goes to the machine, what it gives is the exit code. */
export async function run(machine: Machine, words: readonly string[]): Promise<ExitCode> {
  const asked = parseArguments(words);
  if (!asked.ok) return refuse(machine, asked.error);
  const { value } = asked;
  switch (value.command) {
    case 'help':
      machine.print(USAGE.trimEnd());
      return 0;
    case 'evaluate': {
      const evaluated = await evaluate(machine, value);
      if (!evaluated.ok) return refuse(machine, evaluated.error);
      machine.print(JSON.stringify(evaluated.value));
      return 0;
    }
    case 'validate': {
      const errors = await validate(machine, value.segment);
      if (!errors.ok) return refuse(machine, errors.error);
      for (const line of errors.value) machine.print(line);
      if (errors.value.length === 0) return 0;
      return refuse(
        machine,
        `${value.segment} has ${errors.value.length === 1 ? 'an error' : `${errors.value.length} errors`}.`,
      );
    }
    default:
      return unreachable(value);
  }
}

/** One line, whatever a file name or a value may hold. */
function refuse(machine: Machine, message: string): ExitCode {
  machine.printError(`shoal: ${message.replace(/\s*[\r\n]+\s*/g, ' ')}`);
  return 2;
}
