import { createServer } from 'vite';
import { at } from './root.mjs';

/**
 * Loads modules of the pages as they stand in the source, for what they work out without a page:
 * `const { load, close } = await openSource(); const { readNumber } = await load('editor/model/number.ts')`.
 */
export async function openSource() {
  const server = await createServer({
    root: at('web'),
    configFile: at('web/vite.config.ts'),
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
  });
  return { load: (file) => server.ssrLoadModule(`/src/${file}`), close: () => server.close() };
}
