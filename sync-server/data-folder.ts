import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the last run left in the data folder. The port is remembered because the browser keeps the app's data by origin. */
export interface ServerNote {
  readonly port?: number;
  readonly address?: string;
  readonly runId?: string;
}

/** The place for everything that must survive: the note about this server now, its store beside it next. */
export class DataFolder {
  readonly path: string;
  readonly #notePath: string;

  private constructor(path: string) {
    this.path = path;
    this.#notePath = join(path, 'server.json');
  }

  static async open(path: string): Promise<DataFolder> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return new DataFolder(path);
  }

  async readNote(): Promise<ServerNote> {
    try {
      return parseNote(JSON.parse(await readFile(this.#notePath, 'utf8')));
    } catch {
      return {};
    }
  }

  /** Written aside and renamed: a killed process leaves the old note or the new one. */
  async writeNote(note: ServerNote): Promise<void> {
    const part = `${this.#notePath}.${process.pid}`;
    await writeFile(part, `${JSON.stringify(note)}\n`);
    await rename(part, this.#notePath).catch(async (error: unknown) => {
      await rm(part, { force: true });
      throw error;
    });
  }
}

function parseNote(note: unknown): ServerNote {
  if (typeof note !== 'object' || note === null) return {};
  const { port, address, runId } = note as Record<string, unknown>;
  return {
    ...(typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65536 ? { port } : {}),
    ...(typeof address === 'string' ? { address } : {}),
    ...(typeof runId === 'string' ? { runId } : {}),
  };
}
