import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import path from 'node:path';
import { JobsModule, JobsService } from './jobs/index.js';
import { AccessModule } from './modules/access/index.js';
import { CalendarModule, ObligationEntity } from './modules/calendar/index.js';
import { ChannelsModule } from './modules/channels/index.js';
import { ConversationsModule } from './modules/conversations/index.js';
import { DatabaseModule } from './modules/database/index.js';
import { DefinitionsModule } from './modules/definitions/index.js';
import { EditingModule } from './modules/editing/index.js';
import { ExchangeModule } from './modules/exchange/index.js';
import { FollowupsModule } from './modules/followups/index.js';
import { OperationsModule, QUEUE_ANSWERS } from './modules/operations/index.js';
import { OutboxModule } from './modules/outbox/index.js';
import { PeopleModule } from './modules/people/index.js';
import { ProfilesModule } from './modules/profiles/index.js';
import { QuestionsModule } from './modules/questions/index.js';
import { ReportsModule } from './modules/reports/index.js';
import { RollupsModule } from './modules/rollups/index.js';
import { SETTINGS, type Settings } from './modules/settings/index.js';
import {
  CLOCK,
  MESSAGES,
  Messages,
  packageRoot,
  Problem,
  SystemClock,
  TrainingClock,
  WALL_CLOCK,
  type Clock,
} from './modules/shared/index.js';
import { PersonEntity, UnitEntity, UnitsModule } from './modules/units/index.js';
import { WordingModule } from './modules/wording/index.js';
import { ProblemFilter } from './problem.filter.js';

/** What every room is given: settings, clocks and texts. */
@Global()
@Module({})
class GroundModule {
  static with(settings: Settings, clock: Clock): DynamicModule {
    const values = [
      { provide: SETTINGS, useValue: settings },
      { provide: CLOCK, useValue: clock },
      { provide: WALL_CLOCK, useClass: SystemClock },
      { provide: MESSAGES, useFactory: () => Messages.read(path.join(packageRoot, 'config', 'messages')) },
    ];
    return { module: GroundModule, providers: values, exports: values.map((value) => value.provide) };
  }
}

/** The only file that knows every room. */
@Module({})
export class AppModule {
  static with(given: { settings: Settings; databaseUrl: string; clock?: Clock }): DynamicModule {
    const { settings, databaseUrl } = given;
    const clock = given.clock ?? (settings.training ? new TrainingClock() : new SystemClock());
    return {
      module: AppModule,
      imports: [
        GroundModule.with(settings, clock),
        DatabaseModule.forRoot({
          url: databaseUrl,
          entities: [UnitEntity, PersonEntity, ObligationEntity],
          poolSize: settings.training ? 6 : 16,
        }),
        UnitsModule,
        AccessModule,
        WordingModule,
        DefinitionsModule,
        OutboxModule,
        CalendarModule,
        ReportsModule,
        QuestionsModule,
        RollupsModule,
        FollowupsModule,
        PeopleModule,
        ConversationsModule,
        ChannelsModule,
        ExchangeModule,
        EditingModule,
        ProfilesModule,
        OperationsModule,
        JobsModule.forRoot(databaseUrl),
        QueueHealthModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: () => new StandardSchemaValidationPipe({ exceptionFactory: invalidRequest }) },
      ],
    };
  }
}

/** Names the fields that are wrong; the library's own sentences are in English. */
function invalidRequest(issues: readonly { path?: readonly (PropertyKey | { key: PropertyKey })[] }[]): Problem {
  const fields = issues.map(({ path = [] }) =>
    path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
  );
  return new Problem('request.invalid', 400, { reasons: [...new Set(fields)].filter(Boolean).join(', ') || '…' });
}

/** Lets the health page ask the queue without knowing who holds it. */
@Global()
@Module({
  providers: [
    { provide: QUEUE_ANSWERS, inject: [JobsService], useFactory: (jobs: JobsService) => () => jobs.answers() },
  ],
  exports: [QUEUE_ANSWERS],
})
class QueueHealthModule {}
