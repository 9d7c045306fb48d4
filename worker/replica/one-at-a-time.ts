/** Runs pieces of work one after the other, in the order they were given; a failed one stops no other. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work, work);
    this.#last = turn;
    return turn;
  }
}
