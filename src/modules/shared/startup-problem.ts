/** Why the program cannot start, in one sentence a person can act on; printed alone, without a stack, with exit code 1. */
export class StartupProblem extends Error {
  override name = 'StartupProblem';
}
