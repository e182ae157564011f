import pg from 'pg';

/** How many connections the database at `url` has, and how many of them stand idle in a transaction. */
export async function connectionsOf(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as connections, count(*) filter (where state like 'idle in transaction%')::int as idle
     from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await client.end();
  return rows[0];
}
