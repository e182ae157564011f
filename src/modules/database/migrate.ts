import { MikroORM } from '@mikro-orm/postgresql';
import { databaseOptions } from './options.js';

/** Brings the database at `url` to the newest schema; safe to run by several processes at once, and again. */
export async function migrate(url: string): Promise<string[]> {
  const orm = await MikroORM.init(databaseOptions({ url, entities: [] }));
  try {
    return await orm.em.transactional(async (em) => {
      // One migrator at a time: the others wait here and then find nothing to do.
      await em.execute('select pg_advisory_xact_lock(4207001)');
      const done = await orm.migrator.up();
      return done.map((migration) => migration.name);
    });
  } finally {
    await orm.close(true);
  }
}
