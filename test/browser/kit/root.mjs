import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** A path below the repository. */
export const at = (...parts) => path.join(root, ...parts);
