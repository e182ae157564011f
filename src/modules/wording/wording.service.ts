import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, instant, row, rows, type Em } from '../database/index.js';
import { CLOCK, type Clock, type Locale, MESSAGES, type Messages, problem } from '../shared/index.js';
import { allowedPlaceholders, mayBeAdded, placeholderFaults } from './text-rules.js';

export const textUnknown = problem('wording.unknown', 404);
export const unknownPlaceholders = problem<{ names: string; allowed: string }>('wording.unknown-placeholders', 422);
export const missingPlaceholders = problem<{ names: string }>('wording.missing-placeholders', 409);
export const changedMeanwhile = problem<{ by: string; text: string }>('wording.changed-meanwhile', 409);
export const nothingToUndo = problem('wording.nothing-to-undo', 409);

/** A text in one language as admins see it. */
export interface Wording {
  /** What is said now. */
  text: string;
  /** How often it was worded anew or taken back; whoever words it says which version they saw. */
  version: number;
  /** What the catalog says, where it has this text. */
  catalog?: string;
  reworded?: { by: string; at: string };
}

export interface WordedText {
  key: string;
  placeholders: string[];
  vi: Wording;
  en: Wording;
}

export interface WordingVersion {
  version: number;
  /** Absent: the catalog's own text again. */
  text?: string;
  toPlanned: boolean;
  by: string;
  at: string;
}

interface Wish {
  locale: Locale;
  key: string;
  text: string | null;
  /** Whether messages that are planned already say it too. */
  toPlanned: boolean;
  /** That something the catalog's text says is left out on purpose. */
  confirmed: boolean;
  /** The version that the admin saw; where another's came in between nothing is changed. */
  seen?: number;
}

/** Texts that admins word anew, over those of the catalogs; every version is kept. */
@Injectable()
export class WordingService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
  }

  /** Reads again what was worded anew, perhaps by another process. */
  async refresh(em: Em = this.database.em): Promise<void> {
    const found = await rows<{ locale: Locale; key: string; text: string | null; to_planned: boolean; at: string }>(
      em,
      `select locale, key, text, to_planned, at from message_text`,
    );
    this.messages.reword(
      found.map(({ to_planned: toPlanned, at, ...one }) => ({ ...one, toPlanned, at: new Date(instant(at)) })),
    );
  }

  /** All texts whose key begins with `prefix`, in both languages, by key. */
  async list(prefix: string): Promise<WordedText[]> {
    const newest = await rows<{
      locale: Locale;
      key: string;
      version: number;
      text: string | null;
      at: string;
      by: string;
    }>(
      this.database.em,
      `select distinct on (t.locale, t.key) t.locale, t.key, t.version, t.text, t.at, p.name as by
       from message_text t join person p on p.id = t.by where starts_with(t.key, ?)
       order by t.locale, t.key, t.version desc`,
      [prefix],
    );
    const changed = new Map(newest.map((one) => [`${one.locale} ${one.key}`, one]));
    const wording = (locale: Locale, key: string): Wording => {
      const version = changed.get(`${locale} ${key}`);
      const catalog = this.messages.inCatalog(locale, key);
      return {
        text: version?.text ?? catalog ?? '',
        version: version?.version ?? 0,
        ...(catalog === undefined ? {} : { catalog }),
        ...(version && version.text !== null ? { reworded: { by: version.by, at: instant(version.at) } } : {}),
      };
    };
    const keys = new Set([...this.messages.keys('vi'), ...newest.map(({ key }) => key)]);
    return [...keys]
      .filter((key) => key.startsWith(prefix))
      .sort()
      .map((key) => ({
        key,
        placeholders: allowedPlaceholders(key, this.messages.inCatalog('vi', key)),
        vi: wording('vi', key),
        en: wording('en', key),
      }));
  }

  /** Words a text anew, or (without one) says again what the catalog does. */
  async reword(actor: string, wish: Wish): Promise<void> {
    const { locale, key } = wish;
    const catalog = this.messages.inCatalog(locale, key) ?? this.messages.inCatalog('vi', key);
    if (catalog === undefined && !mayBeAdded(key)) throw textUnknown();
    const text = wish.text?.normalize('NFC').trim() ?? null;
    if (text !== null) {
      const { unknown, missing } = placeholderFaults(key, text, catalog);
      if (unknown.length > 0) {
        const allowed = allowedPlaceholders(key, catalog);
        throw unknownPlaceholders({ names: braced(unknown), allowed: braced(allowed) || '–' });
      }
      if (missing.length > 0 && !wish.confirmed) throw missingPlaceholders({ names: braced(missing) });
    }
    await this.database.transaction(async (em) => {
      await this.keep(em, actor, { ...wish, text });
    });
    await this.refresh();
  }

  /** Says again what was said before the newest version. */
  async undo(actor: string, wish: Pick<Wish, 'locale' | 'key' | 'toPlanned' | 'seen'>): Promise<void> {
    await this.database.transaction(async (em) => {
      const [newest, before] = await rows<{ text: string | null }>(
        em,
        `select text from message_text where locale = ? and key = ? order by version desc limit 2`,
        [wish.locale, wish.key],
      );
      if (!newest || newest.text === (before?.text ?? null)) throw nothingToUndo();
      await this.keep(em, actor, { ...wish, text: before?.text ?? null });
    });
    await this.refresh();
  }

  /** Every version of a text, the newest first. */
  async history(locale: Locale, key: string): Promise<WordingVersion[]> {
    const found = await rows<{ version: number; text: string | null; to_planned: boolean; at: string; by: string }>(
      this.database.em,
      `select t.version, t.text, t.to_planned, t.at, p.name as by from message_text t join person p on p.id = t.by
       where t.locale = ? and t.key = ? order by t.version desc`,
      [locale, key],
    );
    return found.map((one) => ({
      version: one.version,
      ...(one.text === null ? {} : { text: one.text }),
      toPlanned: one.to_planned,
      by: one.by,
      at: instant(one.at),
    }));
  }

  /** @throws {Problem} `wording.changed-meanwhile` where `seen` is not the newest version, also one of this very moment */
  private async keep(em: Em, actor: string, wish: Omit<Wish, 'confirmed'>): Promise<void> {
    const { locale, key, text, toPlanned } = wish;
    const newest = await this.newest(em, locale, key);
    const version = newest?.version ?? 0;
    const isKept =
      (wish.seen ?? version) === version &&
      (await row(
        em,
        `insert into message_text (locale, key, version, text, to_planned, at, by) values (?, ?, ?, ?, ?, ?, ?)
         on conflict do nothing returning 1`,
        [locale, key, version + 1, text, toPlanned, this.clock.now(), actor],
      ));
    if (!isKept) {
      const other = await this.newest(em, locale, key);
      const said = other?.text ?? this.messages.inCatalog(locale, key) ?? '';
      throw changedMeanwhile({ by: other?.by ?? '', text: said });
    }
    await this.audit.note(em, {
      actor,
      action: 'text reworded',
      subject: `${locale} ${key}`,
      details: { text, toPlanned },
    });
  }

  private newest(em: Em, locale: Locale, key: string) {
    return row<{ version: number; text: string | null; by: string }>(
      em,
      `select t.version, t.text, p.name as by from message_text t join person p on p.id = t.by
       where t.locale = ? and t.key = ? order by t.version desc limit 1`,
      [locale, key],
    );
  }
}

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');
