import { Migration } from '@mikro-orm/migrations';

/**
 * A difficulty is a question that goes to the planning department and stays open, whatever is answered, until it is settled; its
 * receivers are reminded of it by the same ledger as of everything else.
 */
export class Migration0014Difficulties extends Migration {
  override up(): void {
    this.addSql(`
      alter table question
        add column kind text not null default 'question' check (kind in ('question', 'difficulty')),
        -- What was done about a difficulty, and by whom.
        add column settlement text,
        add column settled_by uuid references person (id);
      alter table question add constraint question_settled_closed check (settlement is null or closed_at is not null);
      create index question_open_difficulty on question (number) where kind = 'difficulty' and closed_at is null;

      -- A notice is about something owed, or about a difficulty.
      alter table notice
        alter column obligation_id drop not null,
        add column difficulty integer references question (number),
        add constraint notice_about check ((obligation_id is null) <> (difficulty is null));
      create index notice_difficulty on notice (difficulty) where difficulty is not null;
    `);
  }
}
