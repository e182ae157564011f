import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A program of a bench in a process of its own, asked things one at a time: `ask(what)` gives its answer. */
export async function startPart(file, given) {
  const child = fork(file, [], { execPath: process.execPath, execArgv: given.execArgv ?? [] });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`)));
  failed.catch(() => {});
  const answer = () => Promise.race([once(child, 'message').then(([message]) => message), failed]);
  const ask = (what) => {
    const answered = answer();
    child.send(what);
    return answered;
  };
  return {
    ready: await ask(given),
    ask,
    async end() {
      child.disconnect();
      await failed.catch(() => {});
    },
  };
}

/** The other side: `begin` gets what the part was given, its result is told; later questions go to `answer`. */
export function servePart(begin, answer) {
  process.once('message', async (given) => {
    const ready = await begin(given);
    process.on('message', async (question) => process.send(await answer(question)));
    process.send(ready);
  });
}

/** What a server part answers about itself: milliseconds of CPU so far. */
export function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
