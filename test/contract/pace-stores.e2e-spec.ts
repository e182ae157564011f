import { MikroORM } from '@mikro-orm/postgresql';
import { Redis } from 'ioredis';
import { PostgresPaceStore } from '../../src/modules/channels/pace/postgres-pace-store.js';
import { RedisPaceStore } from '../../src/modules/channels/pace/redis-pace-store.js';
import { Database, databaseOptions } from '../../src/modules/database/index.js';
import { freshDatabase, freshRedis } from '../setup/database.js';
import { paceStoreContract } from './pace-store.contract.js';

paceStoreContract('PostgreSQL', async () => {
  const owned = await freshDatabase();
  const open = async () => new Database(await MikroORM.init(databaseOptions({ url: owned.url, entities: [] })));
  const [here, there] = [await open(), await open()];
  return {
    stores: [new PostgresPaceStore(here), new PostgresPaceStore(there)],
    lose: async () => void (await here.rows('truncate pace')),
    close: async () => {
      await here.close();
      await there.close();
      await owned.drop();
    },
  };
});

// Where a Redis is named; the whole check names one.
if (process.env.NHIP_TEST_REDIS_URL) {
  paceStoreContract('Redis', async () => {
    const url = (await freshRedis())!;
    const [here, there, admin] = [new RedisPaceStore(url), new RedisPaceStore(url), new Redis(url)];
    return {
      stores: [here, there],
      lose: async () => void (await admin.flushdb()),
      close: async () => {
        here.close();
        there.close();
        await admin.quit();
      },
    };
  });
}
