import { Migration } from '@mikro-orm/migrations';

/** What lets somebody in is made when it is shown and kept as a digest: what stood in messages and lines before is masked. */
export class Migration0016OneTimeTexts extends Migration {
  override up(): void {
    this.addSql(oneTimeTexts);
  }
}

const oneTimeTexts = `
-- Secrets that were made for one message, however often it was shown: they are used up together.
alter table sign_in_link add column made_for text;
alter table group_code add column made_for text;
create index sign_in_link_made_for on sign_in_link (made_for) where made_for is not null;
create index group_code_made_for on group_code (made_for) where made_for is not null;

-- (No question mark: it would stand for a parameter.) Links that sign in, links and codes that bind chats, codes that bind groups: in what was sent and in what was typed.
create function without_secrets(said text) returns text immutable language sql as $$
  select regexp_replace(
    regexp_replace(
      regexp_replace(said, '((/dang-nhap|/chat)#(ma=|)|start=|^/start )[A-Za-z0-9_-]{20,64}', '\\1•••••', 'g'),
      '(/nhom |mã |code )[2-9A-HJKMNP-TW-Z]{5}-[2-9A-HJKMNP-TW-Z]{5}', '\\1•••••', 'gi'),
    '^\\s*[2-9A-HJKMNP-TW-Z]{5}-[2-9A-HJKMNP-TW-Z]{5}\\s*$', '•••••', 'i')
$$;
update message set body = jsonb_set(body, '{text}', to_jsonb(without_secrets(body ->> 'text')))
where body ->> 'text' <> without_secrets(body ->> 'text');
update webchat_line set body = jsonb_set(body, '{text}', to_jsonb(without_secrets(body ->> 'text')))
where body ->> 'text' <> without_secrets(body ->> 'text');
update inbox set incoming = jsonb_set(incoming, '{content,text}', to_jsonb(without_secrets(incoming #>> '{content,text}')))
where done_at is not null and incoming #>> '{content,text}' <> without_secrets(incoming #>> '{content,text}');
update inbox set incoming = jsonb_set(incoming, '{content,payload}', '""')
where done_at is not null and incoming #>> '{content,payload}' <> '';
drop function without_secrets(text);
`;
