import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import { Database } from './database.js';
import { databaseOptions } from './options.js';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  /** What is still under way is known to be nobody's from now on. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.presence.end();
  }

  /** One pool for the process; the entities come from the rooms that own them. */
  static forRoot(from: { url: string; entities: EntitySchema[]; poolSize?: number }): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: Database, useFactory: async () => new Database(await MikroORM.init(databaseOptions(from))) },
      ],
      exports: [Database],
    };
  }
}
