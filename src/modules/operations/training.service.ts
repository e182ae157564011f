import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { CalendarService } from '../calendar/index.js';
import { DeliveryService } from '../channels/index.js';
import { ConversationsService } from '../conversations/index.js';
import { Database, row, run } from '../database/index.js';
import { FollowupsService } from '../followups/index.js';
import { CLOCK, plainDate, problem, TrainingClock, type Clock } from '../shared/index.js';

const MOST_DAYS = 400;
/** When a day's notices are planned; before any of them may go out. */
const PLANNING_TIME = '00:05';

export const onlyForward = problem<{ today: string; most: number }>('training.only-forward', 422);

/** Moves the training clock, and lets everything that would happen on the way happen, in order. */
@Injectable()
export class TrainingService implements OnModuleInit {
  private moving = Promise.resolve();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly followups: FollowupsService,
    private readonly conversations: ConversationsService,
    private readonly delivery: DeliveryService,
  ) {}

  async now(): Promise<{ now: string; today: string }> {
    return { now: this.clock.now().toISOString(), today: await this.calendar.today() };
  }

  /**
   * Advances to `time` (the present time of day where none is named) on `date`. Planning and sending happen at the moments
   * at which they would. A journey that was cut short by a kill is gone on with by asking for the same target again.
   */
  async advanceTo(
    date: string,
    time?: string,
  ): Promise<{ now: string; today: string; counts: { notices: number; sent: number } }> {
    const counts = { notices: 0, sent: 0 };
    const today = await this.calendar.today();
    const days = plainDate.daysBetween(today, date);
    const zone = await this.calendar.timeZone();
    const now = this.clock.now();
    const target = plainDate.at(date, time ?? plainDate.timeOfDay(now, zone), zone);
    const isForward = time === undefined ? days >= 1 : target > now;
    if (!isForward || days > MOST_DAYS) throw onlyForward({ today: plainDate.vi(today), most: MOST_DAYS });
    // Two people who press the button: one journey after the other.
    const journey = this.moving.then(() => this.travel(target, zone, counts));
    this.moving = journey.catch(() => undefined);
    const from = this.clock.now();
    await journey;
    counts.sent = await this.noticesSentSince(from);
    return { ...(await this.now()), counts };
  }

  private async travel(target: Date, zone: string, counts: { notices: number; sent: number }): Promise<void> {
    const clock = this.trainingClock();
    // A journey cut short by a kill may have left this very day unplanned.
    await this.work(counts);
    for (;;) {
      const now = clock.now();
      const tomorrow = plainDate.add(plainDate.today(now, zone), 1);
      const planning = plainDate.at(tomorrow, PLANNING_TIME, zone);
      const next = await this.nextMessage(now);
      const stop = next && next < planning ? next : planning;
      if (stop >= target) break;
      clock.set(stop);
      await this.remember(clock);
      await this.work(counts);
    }
    if (clock.now() < target) clock.set(target);
    await this.remember(clock);
    await this.work(counts);
  }

  private async work(counts: { notices: number; sent: number }): Promise<void> {
    await this.conversations.takeWaiting();
    counts.notices += (await this.followups.planToday()).digests;
    await this.delivery.deliverDue();
    // A worker may be sending something at this very moment; the clock stands until it has.
    for (let tries = 0; tries < 600 && (await this.beingSent()); tries += 1) await sleep(50);
  }

  private async noticesSentSince(from: Date): Promise<number> {
    const found = await row<{ n: number }>(
      this.database.em,
      `select count(*)::int as n from message where state = 'sent' and kind <> 'reply' and sent_at >= ?`,
      [from],
    );
    return found?.n ?? 0;
  }

  private async beingSent(): Promise<boolean> {
    return (
      (await row(this.database.em, `select 1 from message where state in ('claimed', 'sending') limit 1`)) !== undefined
    );
  }

  /** When the next message that waits for its time may go. */
  private async nextMessage(now: Date): Promise<Date | undefined> {
    const found = await row<{ next: string | null }>(
      this.database.em,
      `select min(not_before) as next from message where state = 'due' and not_before > ?`,
      [now],
    );
    return found?.next ? new Date(found.next) : undefined;
  }

  private async remember(clock: TrainingClock): Promise<void> {
    await run(
      this.database.em,
      `insert into training (clock_offset_ms) values (?) on conflict (single) do update
         set clock_offset_ms = excluded.clock_offset_ms`,
      [Math.round(clock.offset)],
    );
  }

  /**
   * Sets the clock to where it was left, before anything works by it: a worker that lived for a moment on the real day would
   * send what waits for its hour, or put it off to a morning that the training never sees.
   */
  async onModuleInit(): Promise<void> {
    if (!(this.clock instanceof TrainingClock)) return;
    const kept = await this.keptOffset();
    if (kept === undefined) return;
    this.clock.setOffset(kept);
    // In training nobody else runs on these data: whatever is claimed was being sent by a process that was killed.
    await this.delivery.settleAbandoned('all');
  }

  /** Sets the clock for the first time; one that was set before goes on. */
  async begin(first: () => Date): Promise<void> {
    if ((await this.keptOffset()) !== undefined) return;
    const clock = this.trainingClock();
    clock.set(first());
    await this.remember(clock);
  }

  private async keptOffset(): Promise<number | undefined> {
    const kept = await row<{ clock_offset_ms: string }>(this.database.em, `select clock_offset_ms from training`);
    return kept && Number(kept.clock_offset_ms);
  }

  private trainingClock(): TrainingClock {
    if (!(this.clock instanceof TrainingClock)) throw new Error('the training clock exists in training only');
    return this.clock;
  }
}
