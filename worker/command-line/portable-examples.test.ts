import { describe, expect, test } from 'vitest';
import type { SegmentId } from '../../shared/segment/definition.ts';
import { bindSegmentFile, toSegmentFile } from '../../shared/segment/portable.ts';
import { parseSegmentFileText } from '../../shared/segment/segment-file.ts';
import { assumeModel } from './assumed-model.ts';
import { run } from './run.ts';
import { DATA_SETS, declaredTypes, readExamples } from './testing/examples.ts';
import { FileMachine } from './testing/file-machine.ts';
import { hasRealData, NO_REAL_DATA } from './testing/real-data.ts';
import { toSegmentFile as translate } from './testing/translate-example.ts';

function bind(text: string) {
  const file = parseSegmentFileText(text);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  const model = assumeModel(file.value);
  const bound = bindSegmentFile(file.value, model, (key) => key as SegmentId);
  if (!bound.ok) throw new Error(JSON.stringify(bound.error));
  return { ...bound.value, model };
}

describe.skipIf(!hasRealData)(
  `segment files of the examples${hasRealData ? '' : ` (${NO_REAL_DATA})`}`,
  () => {
    const files = (hasRealData ? DATA_SETS : []).flatMap((dataSet) => {
      const set = readExamples(dataSet);
      return set.segments.map((example) => ({
        id: example.id,
        text: JSON.stringify(translate(example, declaredTypes(set))),
      }));
    });

    test('are valid, all 60', async () => {
      for (const { id, text } of files) {
        const machine = new FileMachine({ 's.json': text });
        const code = await run(machine, ['validate', '--segment', 's.json']);
        expect([id, code, machine.printed]).toEqual([id, 0, []]);
      }
      expect(files).toHaveLength(60);
    });

    test('come back the same from a workspace', () => {
      for (const { id, text } of files) {
        const { definition, title = '', segments, model } = bind(text);
        const written = toSegmentFile({ title, definition }, model, segments);
        expect([id, written.ok]).toEqual([id, true]);
        if (written.ok)
          expect([id, bind(JSON.stringify(written.value)).definition]).toEqual([id, definition]);
      }
    });
  },
);
