/** Runs named checks one after the other, and counts. A check that fails does not stop the others. */
export class Checks {
  passed = 0;
  failed = 0;

  constructor(wanted) {
    this.wanted = wanted;
  }

  /** `name` is a sentence that is true where `body` does not throw. */
  async check(name, body) {
    if (this.wanted && !name.toLowerCase().includes(this.wanted.toLowerCase())) return;
    const started = performance.now();
    try {
      await body();
      this.passed += 1;
      console.log(`  ✓ ${name} (${Math.round(performance.now() - started)} ms)`);
    } catch (error) {
      this.#fails(name, error);
    }
  }

  /** Runs what holds the checks; what it throws itself counts as one check that failed. */
  async outside(body) {
    try {
      await body();
    } catch (error) {
      this.#fails('everything around the checks stands', error);
    }
  }

  #fails(name, error) {
    this.failed += 1;
    console.log(`  ✗ ${name}\n      ${String(error?.stack ?? error).replaceAll('\n', '\n      ')}`);
  }
}

/** Asks again until `question` gives something true; for what happens outside a page. */
export async function until(question, what, milliseconds = 60_000) {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${milliseconds} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
