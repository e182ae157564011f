import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FormDefinition } from '../../forms/index.js';
import { AuditService } from '../access/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import { cleanFileName, fileType } from './file-type.js';
import { fileRefused, tooManyFiles } from './problems.js';
import type { Change } from './report.js';

export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

/** A unit may keep so many files with one report. */
const MOST_FILES = 100;

/** Files that the answers of a report point at. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps a file with an obligation; the same file a second time is the first. Content and name must agree. */
  async keep(
    obligation: string,
    given: { name: string; content: Buffer },
    person: string,
    em?: Em,
  ): Promise<StoredFile> {
    if (!em) return this.database.transaction((own) => this.keep(obligation, given, person, own));
    const name = cleanFileName(given.name);
    const mediaType = fileType(name, given.content);
    if (!mediaType) throw fileRefused();
    const sha256 = createHash('sha256').update(given.content).digest('hex');
    const held = await rows<{ id: string; sha256: string; name: string }>(
      em,
      `select id, sha256, name from report_file where obligation_id = ?::uuid`,
      [obligation],
    );
    const same = held.find((one) => one.sha256 === sha256 && one.name === name);
    const stored = { id: same?.id ?? newId(), name, mediaType, size: given.content.length };
    if (same) return stored;
    if (held.length >= MOST_FILES) throw tooManyFiles({ most: MOST_FILES });
    await run(
      em,
      `insert into report_file (id, obligation_id, name, media_type, size, sha256, content, uploaded_by, uploaded_at)
         values (?, ?::uuid, ?, ?, ?, ?, ?, ?, ?)`,
      [stored.id, obligation, name, mediaType, stored.size, sha256, given.content, person, this.clock.now()],
    );
    await this.audit.note(em, {
      actor: person,
      action: 'file kept',
      subject: obligation,
      details: { file: stored.id, name, size: stored.size },
    });
    return stored;
  }

  async list(obligation: string): Promise<StoredFile[]> {
    const found = await rows<{ id: string; name: string; media_type: string; size: number }>(
      this.database.em,
      `select id, name, media_type, size from report_file where obligation_id = ?::uuid order by uploaded_at`,
      [obligation],
    );
    return found.map(({ media_type: mediaType, ...one }) => ({ ...one, mediaType }));
  }

  async content(obligation: string, id: string): Promise<(StoredFile & { content: Buffer }) | undefined> {
    const found = await row<{ id: string; name: string; media_type: string; size: number; content: Buffer }>(
      this.database.em,
      `select id, name, media_type, size, content from report_file where obligation_id = ?::uuid and id::text = ?`,
      [obligation, id],
    );
    return found && { ...found, mediaType: found.media_type };
  }

  /** The first answer of a change that points at a file which this report does not have; undefined where none does. */
  async missing(
    obligation: string,
    forms: readonly { form: FormDefinition }[],
    change: Change,
    em?: Em,
  ): Promise<string | undefined> {
    const named = filesIn(forms, change);
    if (named.length === 0) return undefined;
    const found = await rows<{ id: string }>(
      em ?? this.database.em,
      `select id::text as id from report_file where obligation_id = ?::uuid and id::text in (?)`,
      [obligation, named],
    );
    return named.find((id) => !found.some((one) => one.id === id));
  }
}

function filesIn(forms: readonly { form: FormDefinition }[], change: Change): string[] {
  const rowsOfFiles = forms.flatMap(({ form }) =>
    form.kind === 'indicators' ? form.rows.filter((one) => one.type === 'file').map((one) => one.key) : [],
  );
  return rowsOfFiles.flatMap((key) =>
    Object.values(change.cells?.[key] ?? {}).flatMap((cell) =>
      cell?.state === 'value' && typeof cell.value === 'string' ? [cell.value] : [],
    ),
  );
}
