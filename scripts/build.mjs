// `npm run build`: the server into dist/, the browser side into web/dist/.
import { ensureServerBuilt, ensureWebBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { orRefuse } from './prepare/say.mjs';

await orRefuse(async () => {
  await ensureInstalled();
  await ensureServerBuilt();
  await ensureWebBuilt();
});
