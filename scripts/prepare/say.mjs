/** Progress goes to stderr: stdout belongs to the program that is being prepared. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Something the person at the terminal can act on: one sentence, no stack. */
export class Refusal extends Error {}

/** Runs `main` and turns a refusal into its sentence and an exit code. */
export async function orRefuse(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exit(1);
  }
}
