/** First in, first out: the next one starts when the one before has ended, well or badly. */
export class WriteGate {
  #last: Promise<unknown> = Promise.resolve();

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
