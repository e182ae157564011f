import { Inject, Injectable } from '@nestjs/common';
import { Database, row, run } from '../database/index.js';
import { type Clock, digest, WALL_CLOCK } from '../shared/index.js';
import { tooManyTries } from './problems.js';

/** How often each may be tried within how many minutes. */
export const TRIES = {
  /** Sign-ins from one network. */
  'sign-in': { most: 20, minutes: 1 },
  /** Guesses from many addresses at one login, known or not. */
  login: { most: 10, minutes: 15 },
  /** Changes of the own password, whose present one is asked for. */
  password: { most: 10, minutes: 1 },
} as const;

/**
 * Counts tries, in the database: for all processes together, so that no restart and no second process gives new ones. A key
 * that somebody made up takes the place of no other; what has run out is removed as others come in.
 */
@Injectable()
export class TriesService {
  constructor(
    private readonly database: Database,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

  /** Spends one try of `what` (a network, a login, a person). Throws where there is none left. */
  async spend(kind: keyof typeof TRIES, what: string): Promise<void> {
    const { most, minutes } = TRIES[kind];
    const now = this.clock.now();
    const counted = await row<{ tries: number }>(
      this.database.em,
      `insert into try_count as c (key, tries, until) values (?, 1, ?)
       on conflict (key) do update set
         tries = case when c.until <= ? then 1 else least(c.tries + 1, ?) end,
         until = case when c.until <= ? then excluded.until else c.until end
       returning tries`,
      [digest(`${kind} ${what}`), new Date(now.getTime() + minutes * 60_000), now, most + 1, now],
    );
    if (counted?.tries === 1) await this.forget();
    if (!counted || counted.tries > most) throw tooManyTries();
  }

  /** Removes counts that have run out; gives nothing away to whoever waits for a row that is being counted. */
  async forget(): Promise<void> {
    await run(
      this.database.em,
      `delete from try_count where key in
         (select key from try_count where until <= ? order by until limit 100 for update skip locked)`,
      [this.clock.now()],
    );
  }
}
