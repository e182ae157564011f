import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { alreadySettled, type Obligation, ObligationsService, roundClosed } from '../calendar/index.js';
import { Database, instant, row, run } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import { notADocument } from './problems.js';

/** The record of a signed document: what fulfils "submit to the council", "assign", "issue", "send". */
export interface SignedDocument {
  number: string;
  signedOn: string;
  signer: string;
  recipients: string;
  file?: { name: string; content: Buffer };
}

/** The record as it is read again. */
export interface RecordedDocument extends Omit<SignedDocument, 'file'> {
  fileName?: string;
  recordedBy: string;
  recordedAt: string;
}

@Injectable()
export class DocumentsService {
  constructor(
    private readonly database: Database,
    private readonly obligations: ObligationsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Records the document and settles the obligation. A bot's answer never stands for a signature. */
  async record(obligation: Obligation, document: SignedDocument, person: string): Promise<void> {
    if (!obligation.signedDocument) throw notADocument();
    if (obligation.settled) throw alreadySettled();
    if (obligation.closedAt) throw roundClosed();
    const now = this.clock.now();
    await this.database.transaction(async (em) => {
      await run(
        em,
        `insert into signed_document
           (id, obligation_id, number, signed_on, signer, recipients, file_name, file, recorded_by, recorded_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          newId(),
          obligation.id,
          document.number.normalize('NFC'),
          document.signedOn,
          document.signer.normalize('NFC'),
          document.recipients.normalize('NFC'),
          document.file?.name ?? null,
          document.file?.content ?? null,
          person,
          now,
        ],
      );
      await this.obligations.settle(em, obligation.id, 'document', now);
      await this.audit.note(em, {
        actor: person,
        action: 'document recorded',
        subject: obligation.id,
        details: { number: document.number, signedOn: document.signedOn },
      });
    });
  }

  /** The document that fulfilled an obligation; of several (the obligation was opened again) the newest. */
  async recorded(obligation: string): Promise<RecordedDocument | undefined> {
    const found = await row<{
      number: string;
      signed_on: string;
      signer: string;
      recipients: string;
      file_name: string | null;
      by: string;
      recorded_at: string;
    }>(
      this.database.em,
      `select d.number, d.signed_on, d.signer, d.recipients, d.file_name, p.name as by, d.recorded_at
       from signed_document d join person p on p.id = d.recorded_by
       where d.obligation_id = ?::uuid order by d.recorded_at desc limit 1`,
      [obligation],
    );
    return (
      found && {
        number: found.number,
        signedOn: found.signed_on,
        signer: found.signer,
        recipients: found.recipients,
        ...(found.file_name === null ? {} : { fileName: found.file_name }),
        recordedBy: found.by,
        recordedAt: instant(found.recorded_at),
      }
    );
  }

  /** Its scan, where one was given. */
  async file(obligation: string): Promise<{ name: string; content: Buffer } | undefined> {
    const found = await row<{ name: string | null; content: Buffer | null }>(
      this.database.em,
      `select file_name as name, file as content from signed_document
       where obligation_id = ?::uuid order by recorded_at desc limit 1`,
      [obligation],
    );
    return found?.name != null && found.content ? { name: found.name, content: found.content } : undefined;
  }
}
