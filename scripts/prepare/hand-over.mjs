import { spawn } from 'node:child_process';
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { findNode24, isNode24 } from './node24.mjs';
import { at, root } from './root.mjs';

// Young objects get 2 MB instead of 16: a third less memory for a start that is hardly slower. `npm start` has it as well.
const SMALL = ['--max-semi-space-size=2'];

/**
 * Runs a built program with `args`: in this process where it is new enough, which saves the memory of a second one, else
 * in a child whose exit code becomes ours. A service gets a group of its own; a command stays with the terminal, which
 * it may ask something.
 * @param {string} program @param {string[]} args @param {{ service?: boolean }} options
 */
export async function handOver(program, args, { service = false } = {}) {
  if (isNode24()) {
    module.enableCompileCache?.(at('node_modules/.cache/nhip-compiled'));
    process.argv = [process.execPath, program, ...args];
    await import(pathToFileURL(program).href);
    return;
  }
  process.exitCode = await runChild(program, args, service);
}

function runChild(program, args, service) {
  return new Promise((resolve, reject) => {
    // Ctrl-C reaches the terminal's group several times (npm passes it on as well), and a service shall hear it once. The
    // channel tells it of our end where we are killed.
    const child = spawn(findNode24(), [...(service ? SMALL : []), program, ...args], {
      cwd: root,
      detached: service,
      stdio: ['inherit', 'inherit', 'inherit', ...(service ? ['ipc'] : [])],
    });
    let passedOn = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (!passedOn) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
        passedOn = true;
      });
    }
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
