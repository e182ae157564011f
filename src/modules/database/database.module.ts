import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import { Database } from './database.js';
import { databaseOptions } from './options.js';

@Global()
@Module({})
export class DatabaseModule {
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
