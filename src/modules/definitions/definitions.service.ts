import { Inject, Injectable } from '@nestjs/common';
import { compileForm, type CompiledForm, type FormDefinition, type FormView, viewOf } from '../../forms/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, type Clock } from '../shared/index.js';

export interface FormVersion {
  key: string;
  version: number;
  definition: FormDefinition;
}

/** A published form as one unit sees it. */
export interface UnitForm extends CompiledForm {
  key: string;
  version: number;
  form: FormDefinition;
}

/** Published forms. A version never changes, so whatever is derived from one is kept for as long as the process lives. */
@Injectable()
export class DefinitionsService {
  private readonly versions = new Map<string, FormVersion>();
  private readonly compiled = new Map<string, UnitForm>();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Publishes `definition` as the next version of its key, unless the newest version already says the same. */
  async publish(em: Em, definition: FormDefinition, note: string): Promise<number> {
    const newest = await row<{ version: number; same: boolean }>(
      em,
      `select version, definition = ?::jsonb as same from form_version where form_key = ? order by version desc limit 1`,
      [JSON.stringify(definition), definition.key],
    );
    if (newest?.same) return newest.version;
    const version = (newest?.version ?? 0) + 1;
    await run(
      em,
      `insert into form_version (form_key, version, definition, published_at, note) values (?, ?, ?::jsonb, ?, ?)`,
      [definition.key, version, JSON.stringify(definition), this.clock.now(), note],
    );
    return version;
  }

  /** Newest version number of every form. */
  async newest(em: Em = this.database.em): Promise<Map<string, number>> {
    const found = await rows<{ form_key: string; version: number }>(
      em,
      `select form_key, max(version) as version from form_version group by form_key`,
    );
    return new Map(found.map((form) => [form.form_key, form.version]));
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
    if (!found) throw new Error(`form ${name} was never published`);
    const read = { key, version, definition: found.definition };
    this.versions.set(name, read);
    return read;
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
      validate: (part, reportYear) => (validator ??= compileForm(form)).validate(part, reportYear),
    };
    this.compiled.set(name, unitForm);
    return unitForm;
  }
}
