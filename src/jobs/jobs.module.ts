import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { CalendarService } from '../modules/calendar/index.js';
import { DeliveryService } from '../modules/channels/index.js';
import { ConversationsService } from '../modules/conversations/index.js';
import { FollowupsService } from '../modules/followups/index.js';
import { OutboxService } from '../modules/outbox/index.js';
import { RetentionService } from '../modules/people/index.js';
import { deliverOutbox } from './deliver-outbox.job.js';
import { eraseExpired } from './erase-expired.job.js';
import { DATABASE_URL, JOBS, JobsService } from './jobs.service.js';
import { planFollowups } from './plan-followups.job.js';
import { Recovery } from './recovery.js';
import { Sweep } from './sweep.js';
import { takeTurns } from './take-turns.job.js';
import { Watch } from './watch.js';

@Module({})
export class JobsModule {
  /** The list of all jobs of the product. */
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: DATABASE_URL, useValue: databaseUrl },
        {
          provide: JOBS,
          inject: [
            DeliveryService,
            OutboxService,
            ConversationsService,
            FollowupsService,
            CalendarService,
            RetentionService,
          ],
          useFactory: async (
            delivery: DeliveryService,
            outbox: OutboxService,
            conversations: ConversationsService,
            followups: FollowupsService,
            calendar: CalendarService,
            retention: RetentionService,
          ) => [
            deliverOutbox(delivery, outbox),
            takeTurns(conversations),
            planFollowups(followups, await calendar.timeZone()),
            eraseExpired(retention, await calendar.timeZone()),
          ],
        },
        JobsService,
        Recovery,
        Sweep,
        Watch,
      ],
      exports: [JobsService],
    };
  }
}
