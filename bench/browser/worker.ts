import { expose } from 'comlink';
import { measureEdits } from '../parts/measure-edits.ts';
import { measureMemory } from '../parts/measure-memory.ts';
import { measureSegments } from '../parts/measure-segments.ts';
import { storeWorkspace } from '../parts/store-workspace.ts';

/** The parts that run in a Worker, each with options that are plain data and a place for progress. */
const parts = { measureSegments, measureEdits, measureMemory, storeWorkspace };
export type BenchWorker = typeof parts;

expose(parts);
