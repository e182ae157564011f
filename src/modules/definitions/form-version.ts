import type { Carry, CompiledForm, FormDefinition } from '../../forms/index.js';

export interface FormVersion {
  key: string;
  version: number;
  definition: FormDefinition;
}

/** A published form as one unit sees it. */
export interface UnitForm extends CompiledForm {
  key: string;
  version: number;
  /** What this unit is asked. */
  form: FormDefinition;
  /** The form with what this unit is not asked, hidden parts included. */
  whole: FormDefinition;
}

/** What is known of a published version beside its definition. `base` is the version it was made from; none for a profile's. */
export interface VersionRecord {
  version: number;
  publishedAt: string;
  publishedBy?: string;
  secondPerson?: string;
  note: string;
  base?: number;
  carries: Carry[];
}
