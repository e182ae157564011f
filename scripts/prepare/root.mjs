import path from 'node:path';

/** The folder of package.json. */
export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
export const at = (...parts) => path.join(root, ...parts);
