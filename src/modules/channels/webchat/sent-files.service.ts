import { Inject, Injectable } from '@nestjs/common';
import { Database, row } from '../../database/index.js';
import { type Attachment, Attachments } from '../../outbox/index.js';
import { CLOCK, newId, type Clock } from '../../shared/index.js';

interface Row {
  id: string;
  name: string;
  media_type: string;
  content: Buffer;
}

/** The files that people sent by the web chat. What becomes of them is the dialog's business: it copies what it keeps. */
@Injectable()
export class SentFilesService {
  constructor(
    private readonly database: Database,
    attachments: Attachments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    // The line that shows a sent file gives it back.
    attachments.addMaker('webchat', (id) => this.find(id));
  }

  /** Keeps a file once per key of the chat; gives its id. */
  async keep(address: string, key: string, { name, mediaType, content }: Attachment): Promise<string> {
    const kept = await row<{ id: string }>(
      this.database.em,
      `insert into webchat_file (id, address, key, name, media_type, content, at) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (address, key) do update set key = excluded.key returning id`,
      [newId(), address, key, name, mediaType, content, this.clock.now()],
    );
    return kept!.id;
  }

  async find(id: string): Promise<Attachment | undefined> {
    // A NUL is no text for PostgreSQL: whatever is not an id is not asked for.
    if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
    const found = await row<Row>(
      this.database.em,
      `select id, name, media_type, content from webchat_file where id::text = ?`,
      [id],
    );
    return found && { name: found.name, mediaType: found.media_type, content: found.content };
  }
}
