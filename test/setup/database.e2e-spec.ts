import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase } from './database.js';

async function tables(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  await client.end();
  return rows.map((row) => row.name);
}

describe('a database for a suite', () => {
  it('has the newest schema, is shared with nobody and goes when dropped', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    expect(await tables(one.url)).toContain('schema_migration');

    const client = new Client({ connectionString: one.url });
    await client.connect();
    await client.query('create table only_here (n int)');
    await client.end();
    expect(await tables(two.url)).not.toContain('only_here');

    await Promise.all([one.drop(), two.drop()]);
    await expect(tables(one.url)).rejects.toThrow(/does not exist/);
  });
});
