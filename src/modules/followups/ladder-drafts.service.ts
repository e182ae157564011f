import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { Wake } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, problem, type Clock, type Locale, type Messages } from '../shared/index.js';
import { type Person, UnitsService } from '../units/index.js';
import { ChannelLimits } from './channel-limits.js';
import { FollowupsService } from './followups.service.js';
import { checkedLadder } from './ladder-faults.js';
import type { Ladder } from './ladder.js';
import { LaddersService } from './ladders.service.js';
import { faultsOfLadder, fileOfLadder, type LadderFile } from './read-ladder.js';

export const ladderChangedMeanwhile = problem('followups.ladder-changed-meanwhile', 409);
export const noLadderDraft = problem('followups.no-ladder-draft', 404);
export const ladderVersionUnknown = problem('followups.ladder-version-unknown', 404);
/** Days are those of the profile's zone: hours of another one would be its nights. */
export const ladderZoneFixed = problem<{ zone: string }>('followups.ladder-zone-fixed', 422);
export const ladderKeyFixed = problem<{ key: string }>('followups.ladder-key-fixed', 422);

export interface LadderVersion {
  version: number;
  origin: 'profile' | 'admin';
  note: string;
  at: string;
  by?: string;
}

export interface LadderDraft {
  ladder: LadderFile;
  /** The version in force from which it began. */
  basedOn: number;
  /** Counts the changes; whoever saves names the one that they saw. */
  revision: number;
  changedBy: string;
  changedAt: string;
  /** What keeps it from being applied: the place, the part of it by its name in the file, and why. */
  faults: { row: string; field?: string; reason: string }[];
}

export interface SeenLadder {
  /** The day of the plan. */
  today: string;
  /** The channels that a rung may prefer. */
  channels: string[];
  ladder: LadderFile;
  version: number;
  versions: LadderVersion[];
  draft?: LadderDraft;
}

/** Editing the ladder without code: a draft shared by all admins, applied as a new version, every version kept. */
@Injectable()
export class LadderDraftsService {
  constructor(
    private readonly database: Database,
    private readonly ladders: LaddersService,
    private readonly followups: FollowupsService,
    private readonly calendar: CalendarService,
    private readonly limits: ChannelLimits,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    private readonly wake: Wake,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The ladder in force, all its versions (the newest first), and the draft where one is open, its faults in `locale`. */
  async see(locale: Locale): Promise<SeenLadder> {
    const { em } = this.database;
    const inForce = await this.mustBeInForce(em);
    const versions = await rows<{
      version: number;
      origin: 'profile' | 'admin';
      note: string;
      at: string;
      by: string | null;
    }>(
      em,
      `select v.version, v.origin, v.note, v.at, p.name as by from ladder_version v left join person p on p.id = v.by
       where v.key = ? order by v.version desc limit 200`,
      [inForce.ladder.key],
    );
    const draft = await this.draft(em, inForce.ladder.key, locale);
    return {
      today: await this.calendar.today(),
      channels: [...this.limits.names],
      ladder: fileOfLadder(inForce.ladder),
      version: inForce.version,
      versions: versions.map(({ by, at, ...one }) => ({ ...one, at: instant(at), ...(by === null ? {} : { by }) })),
      ...(draft ? { draft } : {}),
    };
  }

  /**
   * Saves the draft, beginning it where none is open (`revision` 0). A draft may have faults, so that no work is lost; one that
   * somebody else changed since `revision` is left as it is.
   */
  async save(person: Person, ladder: LadderFile, revision: number): Promise<LadderDraft> {
    return this.database.transaction(async (em) => {
      const { ladder: inForce, version } = await this.mustBeInForce(em);
      if (ladder.key !== inForce.key) throw ladderKeyFixed({ key: inForce.key });
      if (ladder['time-zone'] !== inForce.timeZone) throw ladderZoneFixed({ zone: inForce.timeZone });
      const now = this.clock.now();
      const saved =
        revision === 0
          ? await row(
              em,
              `insert into ladder_draft (id, key, based_on, spec, revision, begun_by, changed_by, changed_at)
               values (?, ?, ?, ?::jsonb, 1, ?, ?, ?) on conflict (key) where closed_at is null do nothing returning 1 as one`,
              [newId(), ladder.key, version, JSON.stringify(ladder), person.id, person.id, now],
            )
          : await row(
              em,
              `update ladder_draft set spec = ?::jsonb, revision = revision + 1, changed_by = ?, changed_at = ?
               where key = ? and closed_at is null and revision = ? returning 1 as one`,
              [JSON.stringify(ladder), person.id, now, ladder.key, revision],
            );
      if (!saved) throw ladderChangedMeanwhile();
      return (await this.draft(em, ladder.key, person.locale))!;
    });
  }

  /** An earlier version as it was written. */
  async version(version: number): Promise<LadderFile> {
    const { em } = this.database;
    const { ladder } = await this.mustBeInForce(em);
    return fileOfLadder(await this.mustBeVersion(em, ladder.key, version));
  }

  /** Gives the draft up. */
  async discard(person: Person): Promise<void> {
    await this.database.transaction(async (em) => {
      const { ladder } = await this.mustBeInForce(em);
      await this.close(em, ladder.key);
      await this.audit.note(em, { actor: person.id, action: 'ladder draft discarded', subject: ladder.key });
    });
  }

  /** The draft as the planner takes it; refused while it has faults. */
  async checked(): Promise<Ladder> {
    const { ladder } = await this.mustBeInForce(this.database.em);
    const draft = await this.draft(this.database.em, ladder.key, 'vi');
    if (!draft) throw noLadderDraft();
    return checkedLadder(draft.ladder, await this.units.tree(), this.templates());
  }

  /** Puts the draft in force as a new version. What is planned for today is planned anew only where `replan` asks for it. */
  async apply(
    person: Person,
    wish: { revision: number; note: string; replan: boolean },
  ): Promise<{ version: number; replanned: number }> {
    const ladder = await this.checked();
    const done = await this.database.transaction(async (em) => {
      const draft = await this.draft(em, ladder.key, person.locale);
      if (draft?.revision !== wish.revision) throw ladderChangedMeanwhile();
      await this.close(em, ladder.key);
      return this.putInForce(em, person, ladder, wish);
    });
    this.wake.wake('deliver');
    return done;
  }

  /** Puts an earlier version in force again, as a new version: the way back of an apply. */
  async restore(
    person: Person,
    version: number,
    wish: { note: string; replan: boolean },
  ): Promise<{ version: number; replanned: number }> {
    const done = await this.database.transaction(async (em) => {
      const { ladder } = await this.mustBeInForce(em);
      const earlier = await this.mustBeVersion(em, ladder.key, version);
      return this.putInForce(em, person, earlier, { ...wish, note: wish.note || `version ${version}` });
    });
    this.wake.wake('deliver');
    return done;
  }

  private async putInForce(
    em: Em,
    person: Person,
    ladder: Ladder,
    { note, replan }: { note: string; replan: boolean },
  ): Promise<{ version: number; replanned: number }> {
    const version = await this.ladders.keepVersion(em, ladder, { origin: 'admin', note, by: person.id });
    await run(em, `update ladder set spec = ?::jsonb, version = ? where key = ?`, [
      JSON.stringify(ladder),
      version,
      ladder.key,
    ]);
    const replanned = replan ? await this.followups.replanToday(em, 'ladder-changed') : 0;
    await this.audit.note(em, {
      actor: person.id,
      action: 'ladder applied',
      subject: ladder.key,
      details: { version, note, replanned },
    });
    return { version, replanned };
  }

  private async mustBeVersion(em: Em, key: string, version: number): Promise<Ladder> {
    const found = await row<{ spec: Ladder }>(em, `select spec from ladder_version where key = ? and version = ?`, [
      key,
      version,
    ]);
    if (!found) throw ladderVersionUnknown();
    return found.spec;
  }

  private async draft(em: Em, key: string, locale: Locale): Promise<LadderDraft | undefined> {
    const found = await row<{ spec: LadderFile; based_on: number; revision: number; changed_at: string; by: string }>(
      em,
      `select d.spec, d.based_on, d.revision, d.changed_at, p.name as by from ladder_draft d join person p on p.id = d.changed_by
       where d.key = ? and d.closed_at is null`,
      [key],
    );
    if (!found) return undefined;
    const units = new Set((await this.units.tree()).units.map((unit) => unit.code));
    return {
      ladder: found.spec,
      basedOn: found.based_on,
      revision: found.revision,
      changedBy: found.by,
      changedAt: instant(found.changed_at),
      faults: faultsOfLadder(found.spec, { units, templates: this.templates() }).map(
        ({ row, field, code, params }) => ({
          row,
          field,
          reason: this.messages.t(locale, `ladder-fault.${code}`, params),
        }),
      ),
    };
  }

  private async close(em: Em, key: string): Promise<void> {
    const closed = await row(
      em,
      `update ladder_draft set closed_at = ? where key = ? and closed_at is null returning 1 as one`,
      [this.clock.now(), key],
    );
    if (!closed) throw noLadderDraft();
  }

  private async mustBeInForce(em: Em): Promise<{ ladder: Ladder; version: number }> {
    const found = await row<{ ladder: Ladder; version: number }>(
      em,
      `select spec as ladder, version from ladder order by key limit 1`,
    );
    if (!found) throw ladderVersionUnknown();
    return found;
  }

  private templates(): ReadonlySet<string> {
    return new Set(this.messages.keys('vi').filter((key) => key.startsWith('notice.')));
  }
}
