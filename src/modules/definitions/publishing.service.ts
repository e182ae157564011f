import { Inject, Injectable } from '@nestjs/common';
import { applyEdits, type Carry, editsBetween, faultsOf, type FormDefinition } from '../../forms/index.js';
import { AuditService } from '../access/index.js';
import { Database, row, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock, type Locale } from '../shared/index.js';
import { DefinitionsService } from './definitions.service.js';
import { type Draft, DraftsService } from './drafts.service.js';
import { hasFaults, needsSecondPerson, newerPublished, notChecked, noteNeeded, nothingChanged } from './problems.js';
import { refuseUnconfirmed } from './refuse-unconfirmed.js';
import { SurroundingsService } from './surroundings.service.js';

/** Turns drafts and profiles into versions that never change again. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly drafts: DraftsService,
    private readonly audit: AuditService,
    private readonly surroundings: SurroundingsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Publishes the open draft as the next version. It must be as its author saw it (`seen`), checked at that revision and
   * without faults; `carries` say how answers go on: one for each place where the engine proposes something, and none for a place
   * that neither version has. Where the profile asks for two people, somebody who did not edit it.
   */
  async publish(
    key: string,
    given: { seen: number; note: string; carries: readonly Carry[] },
    person: string,
    locale: Locale = 'vi',
  ): Promise<{ version: number; base: number }> {
    const note = given.note.trim();
    if (note === '') throw noteNeeded();
    return this.database.transaction(async (em) => {
      const draft = await this.drafts.seen(em, key, given.seen);
      const newest = await this.definitions.newestOf(key, em);
      if (newest !== draft.base) throw newerPublished({ version: newest });
      const faults = faultsOf(draft.definition, await this.surroundings.of(key, em));
      if (faults.length > 0) throw hasFaults({ count: faults.length });
      if (draft.checkedRevision !== draft.revision) throw notChecked();
      const { definition } = await this.definitions.get(key, draft.base, em);
      if (editsBetween(definition, draft.definition).length === 0) throw nothingChanged();
      refuseUnconfirmed(definition, draft.definition, given.carries, locale);
      const second = await this.secondPerson(em, draft, person);
      const version = draft.base + 1;
      await run(
        em,
        `insert into form_version (form_key, version, definition, published_at, note, base, published_by, second_person, carries)
         values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::jsonb)`,
        [
          key,
          version,
          JSON.stringify(draft.definition),
          this.clock.now(),
          note,
          draft.base,
          draft.editors[0]?.person ?? person,
          second ?? null,
          JSON.stringify(given.carries),
        ],
      );
      await this.drafts.end(em, draft.id, 'published');
      await this.audit.note(em, {
        actor: person,
        action: 'form published',
        subject: key,
        details: { version, base: draft.base, note },
      });
      return { version, base: draft.base };
    });
  }

  /** Whether the profile asks for a second person to publish. */
  async needsTwo(em: Em = this.database.em): Promise<boolean> {
    const found = await row<{ two: boolean | null }>(
      em,
      `select (rules -> 'publishing' ->> 'second-person')::boolean as two from profile_state limit 1`,
    );
    return found?.two ?? false;
  }

  /** The person who publishes for others; none where their own work is published by themselves and that is allowed. */
  private async secondPerson(em: Em, draft: Draft, person: string): Promise<string | undefined> {
    const edited = draft.editors.some((one) => one.person === person);
    if (edited && (await this.needsTwo(em))) throw needsSecondPerson();
    return edited ? undefined : person;
  }

  /**
   * Brings a profile's form. The first becomes version 1. A changed profile changes what it brought before and leaves what
   * admins changed since: its own changes are applied to the newest version, those that meet an admin's are left out and told.
   */
  async fromProfile(em: Em, definition: FormDefinition, note: string): Promise<{ version: number; leftOut: number }> {
    const { key } = definition;
    const brought = await row<{ definition: FormDefinition }>(
      em,
      `select definition from profile_form where form_key = ?`,
      [key],
    );
    await run(
      em,
      `insert into profile_form (form_key, definition) values (?, ?::jsonb)
       on conflict (form_key) do update set definition = excluded.definition`,
      [key, JSON.stringify(definition)],
    );
    if (!brought) {
      await this.insertProfileVersion(em, definition, 1, note);
      return { version: 1, leftOut: 0 };
    }
    const newest = await this.definitions.newestOf(key, em);
    const changes = editsBetween(brought.definition, definition);
    const current = await this.definitions.get(key, newest, em);
    const { definition: merged, refusals } = applyEdits(current.definition, changes);
    const changed = refusals.length < changes.length;
    if (changed) await this.insertProfileVersion(em, merged, newest + 1, note, newest);
    if (refusals.length > 0) {
      await this.audit.note(em, {
        action: 'profile changes left out',
        subject: key,
        details: { note, refusals: refusals.map(({ code, edit }) => ({ code, edit })) },
      });
    }
    return { version: changed ? newest + 1 : newest, leftOut: refusals.length };
  }

  private async insertProfileVersion(em: Em, form: FormDefinition, version: number, note: string, base?: number) {
    await run(
      em,
      `insert into form_version (form_key, version, definition, published_at, note, base) values (?, ?, ?::jsonb, ?, ?, ?)`,
      [form.key, version, JSON.stringify(form), this.clock.now(), note, base ?? null],
    );
  }

  /** Takes a form out of use: cycles opened from now on do not ask for it; reports under way go on. */
  async retire(key: string, note: string, person: string): Promise<void> {
    if (note.trim() === '') throw noteNeeded();
    await this.definitions.newestOf(key);
    await this.database.transaction(async (em) => {
      await run(
        em,
        `insert into form_retirement (id, form_key, at, by, note) values (?, ?, ?, ?, ?)
         on conflict (form_key) where revived_at is null do nothing`,
        [newId(), key, this.clock.now(), person, note.trim()],
      );
      await this.audit.note(em, { actor: person, action: 'form retired', subject: key, details: { note } });
    });
  }

  async revive(key: string, note: string, person: string): Promise<void> {
    if (note.trim() === '') throw noteNeeded();
    await this.definitions.newestOf(key);
    await this.database.transaction(async (em) => {
      await run(
        em,
        `update form_retirement set revived_at = ?, revived_by = ?, revived_note = ?
         where form_key = ? and revived_at is null`,
        [this.clock.now(), person, note.trim(), key],
      );
      await this.audit.note(em, { actor: person, action: 'form revived', subject: key, details: { note } });
    });
  }
}
