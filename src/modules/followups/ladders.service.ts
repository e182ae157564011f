import { Inject, Injectable } from '@nestjs/common';
import { Database, row, run, type Em } from '../database/index.js';
import { CLOCK, type Clock } from '../shared/index.js';
import type { Ladder } from './ladder.js';

/** The ladder in force and every version that ever was. */
@Injectable()
export class LaddersService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The ladder in force; none before a profile is loaded. */
  async inForce(em: Em = this.database.em): Promise<Ladder | undefined> {
    return (await row<{ spec: Ladder }>(em, `select spec from ladder order by key limit 1`))?.spec;
  }

  /**
   * Takes over the profile's ladder. Where an admin changed the one in force, the admin's stays and the profile's is only kept
   * among the versions, to be compared.
   */
  async fromProfile(em: Em, ladder: Ladder): Promise<void> {
    const spec = JSON.stringify(ladder);
    const newest = await row<{ same: boolean; version: number }>(
      em,
      `select version, spec = ?::jsonb as same from ladder_version where key = ? and origin = 'profile'
       order by version desc limit 1`,
      [spec, ladder.key],
    );
    if (newest?.same) return;
    const version = await this.keepVersion(em, ladder, { origin: 'profile' });
    await run(
      em,
      `insert into ladder (key, spec, version) values (?, ?::jsonb, ?)
       on conflict (key) do update set spec = excluded.spec, version = excluded.version
       where exists (select 1 from ladder_version v
         where v.key = ladder.key and v.version = ladder.version and v.origin = 'profile')`,
      [ladder.key, spec, version],
    );
  }

  /** Writes the next version of a ladder; gives its number. */
  async keepVersion(
    em: Em,
    ladder: Ladder,
    from: { origin: 'profile' | 'admin'; note?: string; by?: string },
  ): Promise<number> {
    const kept = await row<{ version: number }>(
      em,
      `insert into ladder_version (key, version, spec, origin, note, at, by)
       select ?, coalesce(max(version), 0) + 1, ?::jsonb, ?, ?, ?, ? from ladder_version where key = ?
       returning version`,
      [ladder.key, JSON.stringify(ladder), from.origin, from.note ?? '', this.clock.now(), from.by ?? null, ladder.key],
    );
    return kept!.version;
  }
}
