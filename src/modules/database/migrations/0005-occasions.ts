import { Migration } from '@mikro-orm/migrations';

/** A unit may owe one milestone several times in a plan year: once for each conference, once for each period of a local rule. */
export class Migration0005Occasions extends Migration {
  override up(): void {
    this.addSql(occasions);
  }
}

const occasions = `
-- What it is about where a milestone is owed several times; empty where once.
alter table obligation add column occasion text not null default '';
alter table obligation drop constraint obligation_plan_year_milestone_unit_code_key;
alter table obligation add constraint obligation_once unique (plan_year, milestone, unit_code, occasion);
`;
