import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { CalendarService, HolidaysService } from '../calendar/index.js';
import { Database, row, run, type Em } from '../database/index.js';
import { PublishingService } from '../definitions/index.js';
import { LaddersService } from '../followups/index.js';
import { CLOCK, StartupProblem, type Clock } from '../shared/index.js';
import { SuccessionsService, UnitsService } from '../units/index.js';
import type { Profile } from './read-profile.js';
import { wholeProfile } from './whole-profile.js';

/** Brings a profile into the database; a profile that has not changed since costs one question. */
@Injectable()
export class LoadProfileService {
  constructor(
    private readonly database: Database,
    private readonly publishing: PublishingService,
    private readonly calendar: CalendarService,
    private readonly holidays: HolidaysService,
    private readonly ladders: LaddersService,
    private readonly units: UnitsService,
    private readonly successions: SuccessionsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Loads `config/profiles/<name>`; a broken one is refused whole, every fault named. */
  async load(name: string): Promise<'loaded' | 'unchanged'> {
    const profile = wholeProfile(name);
    const digest = createHash('sha256').update(JSON.stringify(profile)).digest('hex');
    return this.database.transaction(async (em) => {
      await run(em, `select pg_advisory_xact_lock(4207006)`);
      const kept = await row<{ digest: string }>(em, `select digest from profile_state where key = ?`, [profile.key]);
      if (kept?.digest === digest) return 'unchanged';
      const other = await row<{ key: string }>(em, `select key from profile_state where key <> ? limit 1`, [
        profile.key,
      ]);
      if (other) {
        throw new StartupProblem(
          `Dữ liệu này thuộc bộ cấu hình «${other.key}»; đề nghị đặt PROFILE=${other.key} hoặc dùng cơ sở dữ liệu khác / these data belong to the profile "${other.key}".`,
        );
      }
      await this.write(em, profile, digest);
      return 'loaded';
    });
  }

  private async write(em: Em, profile: Profile, digest: string): Promise<void> {
    await this.units.saveOfProfile(em, profile.units);
    await this.successions.saveOfProfile(em, profile.successions);
    for (const form of profile.forms) await this.publishing.fromProfile(em, form, `profile ${profile.key}`);
    await this.calendar.saveMilestones(em, profile.milestones);
    await this.ladders.fromProfile(em, profile.ladder);
    for (const oddity of profile.oddities) {
      await run(
        em,
        `insert into oddity (id, spec) values (?, ?::jsonb) on conflict (id) do update set spec = excluded.spec`,
        [oddity.id, JSON.stringify(oddity)],
      );
    }
    await this.holidays.fromProfile(em, profile.holidays);
    await run(
      em,
      `insert into source (tag, seen, address)
       select tag, seen, address from jsonb_to_recordset(?::jsonb) as s (tag text, seen text, address text)
       on conflict (tag) do update set seen = excluded.seen, address = excluded.address`,
      [JSON.stringify(profile.sources)],
    );
    await run(
      em,
      `insert into profile_state (key, digest, title_vi, title_en, time_zone, rules, loaded_at)
       values (?, ?, ?, ?, ?, ?::jsonb, ?)
       on conflict (key) do update set digest = excluded.digest, title_vi = excluded.title_vi, title_en = excluded.title_en,
         time_zone = excluded.time_zone, rules = excluded.rules, loaded_at = excluded.loaded_at`,
      [
        profile.key,
        digest,
        profile.title.vi,
        profile.title.en ?? null,
        profile.timeZone,
        JSON.stringify(profile.rules),
        this.clock.now(),
      ],
    );
  }
}
