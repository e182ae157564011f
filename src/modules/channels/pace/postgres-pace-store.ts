import type { Database } from '../../database/index.js';
import type { PaceStore } from './pace-store.js';

const READ = {
  name: 'pace-read',
  text: `select coalesce((select state from pace where name = $1), '') as text,
           (extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
};
const SWAP = {
  name: 'pace-swap',
  // An unlogged table is empty after a crash of the server: then whoever comes first begins anew.
  text: `insert into pace (name, state) values ($1, $3)
         on conflict (name) do update set state = excluded.state where pace.state = $2 returning name`,
};

/** In PostgreSQL: two short statements a booking, no lock between them. */
export class PostgresPaceStore implements PaceStore {
  constructor(private readonly database: Database) {}

  async read(name: string): Promise<{ text: string; now: number }> {
    const [found] = await this.database.prepared<{ text: string; now: number }>(READ, [name]);
    return { text: found!.text, now: Number(found!.now) };
  }

  async swap(name: string, expected: string, text: string): Promise<boolean> {
    return (await this.database.prepared(SWAP, [name, expected, text])).length > 0;
  }
}
