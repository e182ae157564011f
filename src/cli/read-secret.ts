import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * One line of standard input that nobody shall see: at a terminal it is asked for with `prompt` and not echoed; from a
 * pipe the first line is taken. Empty where there is none.
 */
export async function readSecret(prompt: string): Promise<string> {
  const terminal = process.stdin.isTTY === true;
  if (terminal) process.stderr.write(prompt);
  // What is typed would be written back here; it goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (terminal) process.stderr.write('\n');
  }
}
