// `npm start`: everything a fresh machine with Node 20 and npm lacks is made, then the server runs. Built-ins only.
import { ensureServerBuilt, ensureWebBuilt } from './prepare/build.mjs';
import { handOver } from './prepare/hand-over.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { at } from './prepare/root.mjs';
import { orRefuse } from './prepare/say.mjs';

await orRefuse(async () => {
  await ensureInstalled();
  await ensureServerBuilt();
  await ensureWebBuilt();
  await handOver(at('dist/main.js'), process.argv.slice(2), { service: true });
});
