/**
 * Many askers, few round trips: what comes in while one group is under way waits and goes together as the next group. A
 * single asker waits no longer than without it; under load the price of a statement and of its commit is shared.
 */
export class Together<In, Out> {
  private waiting: Asked<In, Out>[] = [];
  private busy = false;

  /** `work` answers a whole group, in its order; where it fails, every asker of the group is told so. */
  constructor(
    private readonly work: (group: readonly In[]) => Promise<readonly Out[]>,
    private readonly most = 100,
  ) {}

  ask(what: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ what, resolve, reject });
      if (this.busy) return;
      this.busy = true;
      // The others of this turn of the event loop come along.
      setImmediate(() => void this.answerAll());
    });
  }

  private async answerAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.most);
      try {
        const answers = await this.work(group.map((one) => one.what));
        for (const [at, one] of group.entries()) one.resolve(answers[at]!);
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    this.busy = false;
  }
}

interface Asked<In, Out> {
  what: In;
  resolve(answer: Out): void;
  reject(error: unknown): void;
}
