/** At most so many works at a time; the others wait in the order they came, holding nothing. */
export class AtMost {
  private readonly waiting: (() => void)[] = [];
  private underWay = 0;

  constructor(private readonly most: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.underWay >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.underWay += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // Whoever is next has the place of who leaves.
      if (next) next();
      else this.underWay -= 1;
    }
  }
}
