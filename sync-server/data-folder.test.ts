import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DataFolder } from './data-folder.ts';

async function emptyFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'shoal-data-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('a note is read back by the next start, and nothing else is left', async () => {
  const path = await emptyFolder();
  const note = { port: 4281, address: 'http://localhost:4281/', runId: 'run-1' };
  await (await DataFolder.open(path)).writeNote(note);
  expect(await (await DataFolder.open(path)).readNote()).toEqual(note);
  expect(await readdir(path)).toEqual(['server.json']);
});

test('a damaged note is no note', async () => {
  const path = await emptyFolder();
  const folder = await DataFolder.open(path);
  for (const text of ['', '{"port":', 'null', '{"port": "80"}', '{"port": 70000}']) {
    await writeFile(join(path, 'server.json'), text);
    expect(await folder.readNote(), text).toEqual({});
  }
});
