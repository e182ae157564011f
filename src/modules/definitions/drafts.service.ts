import { Inject, Injectable } from '@nestjs/common';
import { applyEdits, type Edit, type FormDefinition, type Refusal } from '../../forms/index.js';
import { AuditService } from '../access/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import { DefinitionsService } from './definitions.service.js';
import { changedMeanwhile, noDraft } from './problems.js';

/** An admin's work on the next version of a form; one open draft a form, shared by all admins. */
export interface Draft {
  id: string;
  key: string;
  /** The published version it began from. */
  base: number;
  /** Counts the batches of edits. */
  revision: number;
  definition: FormDefinition;
  checkedRevision?: number;
  updatedAt: string;
  updatedBy: string;
  /** Everybody who edited, newest first. */
  editors: { person: string; name: string; at: string }[];
}

/** A refused edit with who wrote what stands there now, where somebody did. */
export interface RefusedEdit extends Refusal {
  index: number;
  by?: string;
  at?: string;
}

export interface Edited {
  draft: Draft;
  /** Newest first: applied in this order they take the whole batch back. */
  undo: Edit[];
  refused: RefusedEdit[];
  /** Whether others had edited since the revision that the editor saw. */
  moved: boolean;
}

interface DraftRow {
  id: string;
  form_key: string;
  base: number;
  revision: number;
  definition: FormDefinition;
  checked_revision: number | null;
  updated_at: string;
  updated_by_name: string;
}

const OPEN = `
  select d.*, p.name as updated_by_name from form_draft d join person p on p.id = d.updated_by
  where d.form_key = ? and d.ended_at is null`;

/** Drafts: begun, edited edit by edit with each checked against what stands, checked, ended. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(key: string, em: Em = this.database.em): Promise<Draft | undefined> {
    const found = await row<DraftRow>(em, OPEN, [key]);
    return found && this.toDraft(em, found);
  }

  /** The open draft. @throws {Problem} `definitions.no-draft` */
  async open(key: string, em?: Em): Promise<Draft> {
    const draft = await this.find(key, em);
    if (!draft) throw noDraft();
    return draft;
  }

  /** The open draft, begun from the newest version where there is none. */
  async begin(key: string, person: string): Promise<Draft> {
    return this.database.transaction(async (em) => {
      const base = await this.definitions.newestOf(key, em);
      const { definition } = await this.definitions.get(key, base, em);
      const now = this.clock.now();
      await run(
        em,
        `insert into form_draft (id, form_key, base, definition, begun_at, begun_by, updated_at, updated_by)
         values (?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict (form_key) where ended_at is null do nothing`,
        [newId(), key, base, JSON.stringify(definition), now, person, now, person],
      );
      return this.open(key, em);
    });
  }

  /**
   * Applies a batch of edits in order: all of them or none. One that meets another value than its author saw is refused with
   * what stands there, and then the draft stays as it is. The log keeps every edit that was taken.
   */
  async edit(key: string, given: { edits: readonly Edit[]; seen: number }, person: string): Promise<Edited> {
    return this.database.transaction(async (em) => {
      const found = await this.locked(em, key);
      const { definition, undo, refusals } = applyEdits(found.definition, given.edits, { all: true });
      const moved = found.revision !== given.seen;
      if (refusals.length > 0) {
        const refused = await this.withAuthors(em, found.id, given.edits, refusals);
        return { draft: await this.toDraft(em, found), undo: [], refused, moved };
      }
      const revision = found.revision + 1;
      const now = this.clock.now();
      await run(
        em,
        `update form_draft set definition = ?::jsonb, revision = ?, updated_at = ?, updated_by = ? where id = ?::uuid`,
        [JSON.stringify(definition), revision, now, person, found.id],
      );
      await this.log(em, found.id, revision, given.edits, person, now);
      return { draft: await this.open(key, em), undo, refused: [], moved };
    });
  }

  async discard(key: string, seen: number, person: string): Promise<void> {
    await this.database.transaction(async (em) => {
      const draft = await this.seen(em, key, seen);
      await this.end(em, draft.id, 'discarded');
      await this.audit.note(em, { actor: person, action: 'form draft discarded', subject: key });
    });
  }

  /** Remembers that this revision was looked at with its dry run and has no faults. */
  async markChecked(key: string, seen: number): Promise<void> {
    await this.database.transaction(async (em) => {
      const draft = await this.seen(em, key, seen);
      await run(em, `update form_draft set checked_revision = ? where id = ?::uuid`, [draft.revision, draft.id]);
    });
  }

  /** The open draft, held until the transaction ends, if it is still as the caller saw it. */
  async seen(em: Em, key: string, seen: number): Promise<Draft> {
    const found = await this.locked(em, key);
    if (found.revision !== seen) throw changedMeanwhile({ by: found.updated_by_name });
    return this.toDraft(em, found);
  }

  async end(em: Em, draft: string, as: 'published' | 'discarded'): Promise<void> {
    await run(em, `update form_draft set ended_at = ?, ended_as = ? where id = ?::uuid`, [this.clock.now(), as, draft]);
  }

  private async locked(em: Em, key: string): Promise<DraftRow> {
    const found = await row<DraftRow>(em, `${OPEN} for update of d`, [key]);
    if (!found) throw noDraft();
    return found;
  }

  private async log(em: Em, draft: string, revision: number, edits: readonly Edit[], person: string, at: Date) {
    const lines = edits.map((edit, position) => ({ position, ...placeOf(edit), edit }));
    await run(
      em,
      `insert into form_draft_edit (draft_id, revision, position, list, item_key, edit, by, at)
       select ?::uuid, ?, position, list, item_key, edit, ?::uuid, ?
       from jsonb_to_recordset(?::jsonb) as e (position integer, list text, item_key text, edit jsonb)`,
      [draft, revision, person, at, JSON.stringify(lines)],
    );
  }

  private async withAuthors(em: Em, draft: string, edits: readonly Edit[], refusals: readonly Refusal[]) {
    const found = await rows<{ place: string; name: string; at: string }>(
      em,
      `select distinct on (place) place, p.name, e.at
       from (select *, coalesce(list, '') || '/' || coalesce(item_key, '') as place from form_draft_edit) e
       join person p on p.id = e.by
       where e.draft_id = ?::uuid and place in (select jsonb_array_elements_text(?::jsonb))
       order by place, e.revision desc, e.position desc`,
      [draft, JSON.stringify([...new Set(refusals.map(({ edit }) => placeName(edit)))])],
    );
    const authors = new Map(found.map(({ place, name, at }) => [place, { by: name, at: instant(at) }]));
    const index = new Map(edits.map((edit, at) => [edit, at]));
    return refusals.map((refusal): RefusedEdit => ({
      ...refusal,
      ...authors.get(placeName(refusal.edit)),
      index: index.get(refusal.edit)!,
    }));
  }

  private async toDraft(em: Em, found: DraftRow): Promise<Draft> {
    const editors = await rows<{ person: string; name: string; at: string }>(
      em,
      `select e.by as person, p.name, max(e.at)::text as at from form_draft_edit e join person p on p.id = e.by
       where e.draft_id = ?::uuid group by e.by, p.name order by max(e.at) desc`,
      [found.id],
    );
    return {
      id: found.id,
      key: found.form_key,
      base: found.base,
      revision: found.revision,
      definition: found.definition,
      checkedRevision: found.checked_revision ?? undefined,
      updatedAt: instant(found.updated_at),
      updatedBy: found.updated_by_name,
      editors: editors.map((one) => ({ ...one, at: instant(one.at) })),
    };
  }
}

/** Which member of which list an edit is about; both null for a field of the form itself. */
function placeOf(edit: Edit): { list: string | null; item_key: string | null } {
  if (edit.do === 'set-form') return { list: null, item_key: null };
  return { list: edit.list, item_key: edit.do === 'add' || edit.do === 'remove' ? edit.item.key : edit.key };
}

function placeName(edit: Edit): string {
  const { list, item_key } = placeOf(edit);
  return `${list ?? ''}/${item_key ?? ''}`;
}
