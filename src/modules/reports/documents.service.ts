import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { alreadySettled, type Obligation, ObligationsService, roundClosed } from '../calendar/index.js';
import { Database, run } from '../database/index.js';
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
}
