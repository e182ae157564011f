import type { IncomingMessage } from 'node:http';

/** So much of what is not wanted is read and thrown away, and for so long. */
const MOST_BYTES = 64 * 1024 * 1024;
const LONGEST_MS = 20_000;

/**
 * Reads what is still coming and keeps none of it. A browser that is still sending when the connection closes reports a broken
 * connection and never shows our answer; whoever has sent everything gets the sentence.
 */
export function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const done = () => {
      clearTimeout(timer);
      request.off('data', count).off('end', done).off('close', done).off('error', done);
      resolve();
    };
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) done();
    };
    const timer = setTimeout(done, LONGEST_MS);
    request.on('data', count).on('end', done).on('close', done).on('error', done);
  });
}
