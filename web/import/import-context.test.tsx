import { expect, test, vi } from 'vitest';
import type { ImportProgress, ImportSummary, PickedFile } from '../../shared/import-api.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import type { WorkerApi } from '../../shared/worker-api.ts';
import { insideApp, settled } from '../testing/an-app.tsx';
import { type Imports, ImportsProvider, useImports } from './import-context.tsx';
import { aPlan } from './inspections.ts';

const file: PickedFile = { name: 'people.csv', size: 10, lastModified: 0 };
const summary = { fileName: 'people.csv', state: 'done' } as ImportSummary;

function someImports(can: Partial<WorkerApi>): Imports {
  let imports: Imports | undefined;
  insideApp(can, () => {
    const Reader = () => {
      imports = useImports();
      return undefined;
    };
    return (
      <ImportsProvider>
        <Reader />
      </ImportsProvider>
    );
  });
  if (!imports) throw new Error('no imports');
  return imports;
}

test('an import runs, tells how far it is, and ends as done', async () => {
  let tell: ((progress: ImportProgress) => void) | undefined;
  let end: (() => void) | undefined;
  const imports = someImports({
    importFile: (_file, _plan, onProgress) => {
      tell = onProgress;
      return new Promise((resolve) => {
        end = () => resolve(ok(summary));
      });
    },
  });
  imports.setPreparation({ kind: 'inspecting', file });
  void imports.start(file, aPlan());
  expect(imports.job()).toMatchObject({ kind: 'running', isCancelling: false });
  tell?.({ rows: 7 } as ImportProgress);
  expect(imports.progress()?.rows).toBe(7);
  // One at a time, and it is not put away while it runs.
  await imports.start({ ...file, name: 'other.csv' }, aPlan());
  imports.dismiss();
  expect(imports.job()).toMatchObject({ file: { name: 'people.csv' } });
  end?.();
  await settled();
  expect(imports.job()).toEqual({ kind: 'done', summary });
  expect(imports.preparation().kind).toBe('none');
});

test('what was prepared stays after a cancel, to begin again', async () => {
  let end: (() => void) | undefined;
  const cancelImport = vi.fn(async () => end?.());
  const imports = someImports({
    importFile: () =>
      new Promise((resolve) => {
        end = () => resolve(err({ kind: 'cancelled' }));
      }),
    cancelImport,
  });
  imports.setPreparation({ kind: 'inspecting', file });
  void imports.start(file, aPlan());
  imports.cancel();
  expect(imports.job()).toMatchObject({ kind: 'running', isCancelling: true });
  await settled();
  expect(imports.job()).toMatchObject({ kind: 'failed', error: { kind: 'cancelled' } });
  expect(imports.preparation().kind).toBe('inspecting');
  imports.dismiss();
  expect(imports.job().kind).toBe('none');
});
