import { Migration } from '@mikro-orm/migrations';

/** What a unit is asked is answered in a chat by its number, out of the one row of numbers in which all questions stand. */
export class Migration0039NumberedUnitQuestions extends Migration {
  override up(): void {
    this.addSql(`
      alter table escalation_question add column number integer;
      update escalation_question set number = nextval(pg_get_serial_sequence('question', 'number'));
      alter table escalation_question
        alter column number set not null,
        alter column number set default nextval(pg_get_serial_sequence('question', 'number')),
        add unique (number);
    `);
  }
}
