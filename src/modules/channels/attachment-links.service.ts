import { Inject, Injectable } from '@nestjs/common';
import { Database, row, run } from '../database/index.js';
import { type Attachment, Attachments, type Body } from '../outbox/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { CLOCK, digest, newSecret, type Clock } from '../shared/index.js';

/** How long an address gives its file. */
const DAYS = 3;

/** Addresses that stand in a text where the channel carries no files: each gives one file for some days to whoever holds it. */
@Injectable()
export class AttachmentLinks {
  constructor(
    private readonly database: Database,
    private readonly attachments: Attachments,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A new address of a file that goes to `person`. */
  async addressOf({ name, fileRef }: NonNullable<Body['attachment']>, person: string | undefined): Promise<string> {
    const secret = newSecret();
    const expires = new Date(this.clock.now().getTime() + DAYS * 86_400_000);
    await run(
      this.database.em,
      `insert into attachment_link (digest, name, file_ref, person_id, expires_at) values (?, ?, ?, ?, ?)`,
      [digest(secret), name, fileRef, person ?? null, expires],
    );
    return `${this.settings.publicUrl ?? `http://localhost:${this.settings.port}`}/api/attachments/${secret}`;
  }

  /** The file behind the secret of an address, until that runs out. */
  async open(secret: string): Promise<Attachment | undefined> {
    const found = await row<{ file_ref: string; person_id: string | null }>(
      this.database.em,
      `select file_ref, person_id from attachment_link where digest = ? and expires_at > ?`,
      [digest(secret), this.clock.now()],
    );
    return found && this.attachments.open(found.file_ref, found.person_id ?? undefined);
  }
}
