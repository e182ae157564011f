import { Injectable } from '@nestjs/common';
import {
  type Carry,
  compileForm,
  type CompiledForm,
  type FormDefinition,
  type FormView,
  viewOf,
} from '../../forms/index.js';
import { Database, instant, row, rows, Together, type Em } from '../database/index.js';
import type { FormVersion, UnitForm, VersionRecord } from './form-version.js';
import { formUnknown, versionUnknown } from './problems.js';

/** Published forms. A version never changes, so whatever is derived from one is kept for as long as the process lives. */
@Injectable()
export class DefinitionsService {
  private readonly versions = new Map<string, FormVersion>();
  private readonly compiled = new Map<string, UnitForm>();

  private readonly newestInUse = new Together<string, FormVersion | undefined>(async (keys) => {
    const asked = new Map([...new Set(keys)].map((key) => [key, this.newestIfAny(key, this.database.em)]));
    return Promise.all(keys.map((key) => asked.get(key)));
  });

  constructor(private readonly database: Database) {}

  /** Newest version number of every form. */
  async newest(em: Em = this.database.em): Promise<Map<string, number>> {
    const found = await rows<{ form_key: string; version: number }>(
      em,
      `select form_key, max(version) as version from form_version group by form_key`,
    );
    return new Map(found.map((form) => [form.form_key, form.version]));
  }

  /** Newest version number of one form. @throws {Problem} `definitions.form-unknown` */
  async newestOf(key: string, em: Em = this.database.em): Promise<number> {
    const found = await row<{ version: number | null }>(
      em,
      `select max(version) as version from form_version where form_key = ?`,
      [key],
    );
    if (found?.version == null) throw formUnknown({ form: key });
    return found.version;
  }

  /** The newest version of a form; undefined where there is none or it is out of use. */
  async newestIfAny(key: string, em?: Em): Promise<FormVersion | undefined> {
    if (!em) return this.newestInUse.ask(key);
    const found = await row<{ version: number | null }>(
      em,
      `select max(version) as version from form_version where form_key = ?
         and not exists (select 1 from form_retirement r where r.form_key = ? and r.revived_at is null)`,
      [key, key],
    );
    return found?.version == null ? undefined : this.get(key, found.version, em);
  }

  /** Forms out of use: by key the instant since when. Cycles opened meanwhile do not ask for them. */
  async retired(em: Em = this.database.em): Promise<Map<string, string>> {
    const found = await rows<{ form_key: string; at: string }>(
      em,
      `select form_key, at from form_retirement where revived_at is null`,
    );
    return new Map(found.map((one) => [one.form_key, instant(one.at)]));
  }

  async get(key: string, version: number, em?: Em): Promise<FormVersion> {
    const name = `${key}@${version}`;
    const kept = this.versions.get(name);
    if (kept) return kept;
    const found = await row<{ definition: FormDefinition }>(
      em ?? this.database.em,
      `select definition from form_version where form_key = ? and version = ?`,
      [key, version],
    );
    if (!found) throw versionUnknown({ form: key, version });
    const read = { key, version, definition: found.definition };
    this.versions.set(name, read);
    return read;
  }

  /** All versions of a form, newest first; people by name. */
  async history(key: string, em: Em = this.database.em): Promise<VersionRecord[]> {
    const found = await rows<{
      version: number;
      published_at: string;
      by: string | null;
      second: string | null;
      note: string;
      base: number | null;
      carries: Carry[];
    }>(
      em,
      `select v.version, v.published_at, p.name as by, s.name as second, v.note, v.base, v.carries
       from form_version v left join person p on p.id = v.published_by left join person s on s.id = v.second_person
       where v.form_key = ? order by v.version desc`,
      [key],
    );
    if (found.length === 0) throw formUnknown({ form: key });
    return found.map((one) => ({
      version: one.version,
      publishedAt: instant(one.published_at),
      publishedBy: one.by ?? undefined,
      secondPerson: one.second ?? undefined,
      note: one.note,
      base: one.base ?? undefined,
      carries: one.carries,
    }));
  }

  /**
   * The steps that lead answers from version `from` to version `to`, oldest first: each with the forms it goes between and
   * what the admin confirmed when it was published. Back to an older version there are no steps.
   */
  async steps(key: string, from: number, to: number, em?: Em): Promise<{ to: FormVersion; carries: Carry[] }[]> {
    if (to <= from) return [];
    const found = await rows<{ version: number; carries: Carry[] }>(
      em ?? this.database.em,
      `select version, carries from form_version where form_key = ? and version > ? and version <= ? order by version`,
      [key, from, to],
    );
    return Promise.all(found.map(async ({ version, carries }) => ({ to: await this.get(key, version, em), carries })));
  }

  /** The form as one unit sees it, compiled for validation; kept by version and view. */
  async forUnit(key: string, version: number, view: FormView, em?: Em): Promise<UnitForm> {
    const name = `${key}@${version} ${JSON.stringify([view.traits, view.leads ?? null])}`;
    const kept = this.compiled.get(name);
    if (kept) return kept;
    const { definition } = await this.get(key, version, em);
    const form = viewOf(definition, view);
    // Validating a form costs milliseconds to prepare; many are only ever shown.
    let validator: CompiledForm | undefined;
    const unitForm: UnitForm = {
      key,
      version,
      form,
      whole: definition,
      validate: (part, reportYear) => (validator ??= compileForm(form)).validate(part, reportYear),
    };
    this.compiled.set(name, unitForm);
    return unitForm;
  }
}
