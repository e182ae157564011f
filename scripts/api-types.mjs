// Rewrites web/src/api/schema.d.ts: what the API takes and gives, as the pages' types, from the product's own OpenAPI
// document. Run after a controller or a schema of its changes: `npm run api-types`.
import openapiTypes, { astToString } from 'openapi-typescript';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { ensureServerBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { at } from './prepare/root.mjs';
import { orRefuse } from './prepare/say.mjs';

export const SCHEMA_FILE = 'web/src/api/schema.d.ts';

/** The text of the file for an OpenAPI document. */
export async function apiTypes(document) {
  // A copy: the library resolves references in what it is given.
  const ast = await openapiTypes(structuredClone(document), { alphabetize: true, silent: true });
  const text = `// Written by scripts/api-types.mjs from the product's OpenAPI document; not changed by hand.\n${astToString(ast)}`;
  return format(text, { parser: 'typescript', printWidth: 120, singleQuote: true, trailingComma: 'all' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await orRefuse(async () => {
    await ensureInstalled();
    await ensureServerBuilt();
    await import('reflect-metadata');
    const { openApiDocument } = await import(at('dist/open-api.js'));
    writeFileSync(at(SCHEMA_FILE), await apiTypes(await openApiDocument()));
    process.exit(0);
  });
}
