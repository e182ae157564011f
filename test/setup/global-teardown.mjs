import { once } from 'node:events';

/** Lets the guardian go and waits until it has removed everything. */
export default async function globalTeardown() {
  const guardian = globalThis.nhipGuardian;
  guardian.ref();
  const gone = once(guardian, 'exit');
  guardian.stdin.end();
  await gone;
}
