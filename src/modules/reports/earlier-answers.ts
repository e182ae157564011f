import type { Answers } from '../../forms/index.js';
import type { Obligation } from '../calendar/index.js';
import { type Database, row, Together, type Em } from '../database/index.js';
import type { Report } from './report.js';

/** What a unit submitted before, and in which versions of the forms. */
export interface Earlier {
  answers: Answers;
  form_versions: Report['forms'];
}

/** What a unit last submitted for the same headline in the same cycle: a later round begins with it. */
export class EarlierAnswers {
  private readonly together: Together<Obligation, Earlier | undefined>;

  constructor(database: Database) {
    this.together = new Together(async (obligations) => {
      const found = await database.prepared<Earlier & { place: number }>(OF_MANY, [
        obligations.map(({ unit }) => unit),
        obligations.map(({ planYear }) => planYear),
        obligations.map(({ headline }) => headline ?? null),
      ]);
      const earlier = new Map(found.map(({ place, ...one }) => [place, one]));
      return obligations.map((_, at) => earlier.get(at + 1));
    });
  }

  /** Undefined where nothing was submitted yet. */
  find(obligation: Obligation, em?: Em): Promise<Earlier | undefined> {
    const { unit, planYear, headline = null } = obligation;
    return em ? row<Earlier>(em, last('?', '?', '?'), [unit, planYear, headline]) : this.together.ask(obligation);
  }
}

const last = (unit: string, year: string, headline: string) => `
  select r.answers, r.form_versions from report r join obligation o on o.id = r.obligation_id
  where o.unit_code = ${unit} and o.plan_year = ${year} and o.headline = ${headline} and r.submitted_at is not null
  order by r.submitted_at desc limit 1`;

const OF_MANY = {
  name: 'earlier-answers',
  text: `select a.place::int as place, e.*
         from unnest($1::text[], $2::int[], $3::text[]) with ordinality as a (unit, year, headline, place)
         cross join lateral (${last('a.unit', 'a.year', 'a.headline')}) e`,
};
