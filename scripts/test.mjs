// `npm test -- …args`: installs what is missing and runs Jest on the Node that can run it.
import { ensureInstalled } from './prepare/install.mjs';
import { orRefuse } from './prepare/say.mjs';
import { runAlone, runJest } from './prepare/jest.mjs';

await orRefuse(async () => {
  await ensureInstalled();
  const args = process.argv.slice(2);
  const first = await runJest(args);
  // Only the whole suite gets the second look: who names a file wants its plain answer.
  process.exitCode = args.length > 0 ? first.code : await runAlone(first);
});
