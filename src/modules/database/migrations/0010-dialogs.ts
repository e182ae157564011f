import { Migration } from '@mikro-orm/migrations';

/**
 * What dialogs need besides the dialog: files that somebody sent, why a submitted answer was corrected, questions to whoever
 * watches a unit with their answers.
 */
export class Migration0010Dialogs extends Migration {
  override up(): void {
    this.addSql(`
      create table received_file (
        channel text not null,
        event_id text not null,
        content bytea,
        -- Why the bytes are not to be had, where they are not.
        problem text,
        received_at timestamptz not null,
        primary key (channel, event_id),
        check ((content is null) <> (problem is null))
      );

      -- Why an answer was changed after the report was submitted.
      alter table report_revision add column reason text;

      create table question (
        id uuid primary key,
        -- By which it is answered in a chat: "trả lời 12: ...".
        number integer generated always as identity unique,
        asked_by uuid not null references person (id),
        unit_code text not null references unit (code),
        -- The unit whose people answer.
        for_unit text not null references unit (code),
        obligation_id uuid references obligation (id),
        -- The indicator it was asked about, if any.
        row_key text,
        text text not null,
        asked_at timestamptz not null,
        via text not null,
        closed_at timestamptz
      );
      create index question_for on question (for_unit) where closed_at is null;
      create index question_by on question (asked_by, asked_at desc);

      create table question_answer (
        id uuid primary key,
        question_id uuid not null references question (id),
        person_id uuid not null references person (id),
        text text not null,
        at timestamptz not null,
        via text not null
      );
      create index question_answer_of on question_answer (question_id, at);
    `);
  }
}
