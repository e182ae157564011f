import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openApiDocument } from './open-api.js';
import { packageRoot } from './modules/shared/index.js';

describe('the OpenAPI document', () => {
  it('says what a request must hold', async () => {
    const { paths } = await openApiDocument();
    const body = paths['/api/session']?.post?.requestBody;
    expect(JSON.stringify(body)).toContain('"token":{"type":"string"');
  });

  it('names no schema that it does not hold', async () => {
    const document = await openApiDocument();
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.filter((name) => !(name! in (document.components?.schemas ?? {})))).toEqual([]);
  });

  it('is what the types of the pages were written from (else run `npm run api-types`)', async () => {
    const script = '../scripts/api-types.mjs';
    const { apiTypes, SCHEMA_FILE } = (await import(script)) as {
      apiTypes: (document: unknown) => Promise<string>;
      SCHEMA_FILE: string;
    };
    const written = await readFile(path.join(packageRoot, SCHEMA_FILE), 'utf8');
    expect(await apiTypes(await openApiDocument())).toBe(written);
  });
});
