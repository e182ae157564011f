import { problem } from '../shared/index.js';

export const formUnknown = problem<{ form: string }>('definitions.form-unknown', 404);
export const versionUnknown = problem<{ form: string; version: number }>('definitions.version-unknown', 404);
export const noDraft = problem('definitions.no-draft', 404);
export const changedMeanwhile = problem<{ by: string }>('definitions.changed-meanwhile', 409);
export const notChecked = problem('definitions.not-checked', 422);
export const hasFaults = problem<{ count: number }>('definitions.has-faults', 422);
export const noteNeeded = problem('definitions.note-needed', 422);
export const needsSecondPerson = problem('definitions.needs-second-person', 422);
export const nothingChanged = problem('definitions.nothing-changed', 422);
export const newerPublished = problem<{ version: number }>('definitions.newer-published', 409);
export const carriesUnconfirmed = problem<{ names: string }>('definitions.carries-unconfirmed', 422);
export const carriesUnknown = problem<{ names: string }>('definitions.carries-unknown', 422);
