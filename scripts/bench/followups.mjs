// `npm run bench -- followups [planning]`: what the follow-ups cost. Each part is a file of scripts/bench/followups/ that exports
// `title` and `run({ rounds })`; without a name all of them run.
import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { at } from '../prepare/root.mjs';
import { printCircumstances } from './kit/figures.mjs';

export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '5' } },
  });
  const folder = at('scripts/bench/followups');
  const known = readdirSync(folder).flatMap((file) => (file.endsWith('.part.mjs') ? file.slice(0, -9) : []));
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}. There is: ${known.join(', ')}.`);
  printCircumstances(['temporal-polyfill', 'bullmq', 'pg']);
  for (const name of known.filter((one) => positionals.length === 0 || positionals.includes(one))) {
    const part = await import(pathToFileURL(at('scripts/bench/followups', `${name}.part.mjs`)).href);
    console.log(`\n${part.title}`);
    await part.run({ rounds: Number(values.rounds) });
  }
}
