/** What is measured: something that counts the members of one of the ten segments. */
export interface BenchEngine {
  readonly name: string;
  /** From what an editor holds (a definition, a query) to the count. */
  count(segment: string): number;
  /** Lets go of what was remembered from earlier calls; not timed. */
  forget?(): void;
  close(): void;
}
