import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../../src/modules/database/migrate.js';
import { freshDatabase, type TestDatabase } from '../setup/database.js';

const SECRET = 'Zk3vQ9_pT2-aLw8RbNx71c';
const CODE = '7KQ4M-XR2HD';

describe('links and codes that stood in messages before they were kept out', () => {
  let owned: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    owned = await freshDatabase();
    client = new Client({ connectionString: owned.url });
    await client.connect();
    // As it was before.
    await client.query(`alter table sign_in_link drop column made_for; alter table group_code drop column made_for;
      delete from schema_migration where name = '0016-one-time-texts'`);
  });
  afterAll(async () => {
    await client.end();
    await owned.drop();
  });

  it('are masked where they stand, and nothing else is', async () => {
    const said = [
      `Mở https://nhip.vn/dang-nhap#${SECRET}`,
      `Trong nhóm, gõ: /nhom ${CODE}\nMã dùng một lần.`,
      `https://nhip.vn/chat#ma=${SECRET}\nhttps://t.me/nhip_bot?start=${SECRET}\nHoặc gửi mã ${CODE} cho trợ lý.`,
      `/start ${SECRET}`,
      CODE.toLowerCase(),
      'Câu 3/9: 1 234,5 tỷ đồng. Quyết định 12345-67890 và /viec',
    ];
    for (const [at, text] of said.entries()) {
      await client.query(
        `insert into webchat_line (address, line, key, author, body, at)
         values ('a', $1::int, $1::text, 'bot', jsonb_build_object('text', $2::text), now())`,
        [at + 1, text],
      );
      await client.query(
        `insert into message (id, key, kind, priority, channel, address, lane, body, not_before, created_at)
         values (gen_random_uuid(), $1, 'reply', 0, 'webchat', 'a', 'webchat:a', jsonb_build_object('text', $2::text), now(), now())`,
        [String(at), text],
      );
    }
    for (const [id, content] of [
      ['1', { type: 'text', text: CODE }],
      ['2', { type: 'start', payload: SECRET }],
    ] as const) {
      await client.query(
        `insert into inbox (channel, event_id, address, incoming, received_at, done_at)
         values ('webchat', $1, 'a', jsonb_build_object('content', $2::jsonb), now(), now())`,
        [id, JSON.stringify(content)],
      );
    }
    expect(await migrate(owned.url)).toEqual(['0016-one-time-texts']);
    const kept = async (sql: string) => (await client.query<{ text: string }>(sql)).rows.map(({ text }) => text);
    const lines = await kept(`select body ->> 'text' as text from webchat_line order by line`);
    expect(lines).toEqual([
      'Mở https://nhip.vn/dang-nhap#•••••',
      'Trong nhóm, gõ: /nhom •••••\nMã dùng một lần.',
      'https://nhip.vn/chat#ma=•••••\nhttps://t.me/nhip_bot?start=•••••\nHoặc gửi mã ••••• cho trợ lý.',
      '/start •••••',
      '•••••',
      said.at(-1),
    ]);
    expect(await kept(`select body ->> 'text' as text from message order by key`)).toEqual(lines);
    expect(JSON.stringify(await kept(`select incoming::text as text from inbox`))).not.toMatch(/7KQ4M|Zk3v/);
  });
});
