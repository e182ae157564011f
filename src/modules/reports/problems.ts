import { problem } from '../shared/index.js';

export const notOpen = problem<{ opens: string }>('reports.not-open', 409);
export const alreadySubmitted = problem('reports.already-submitted', 409);
export const incomplete = problem<{ count: number }>('reports.incomplete', 409);
export const annexesIncomplete = problem<{ count: number }>('reports.annexes-incomplete', 409);
export const needsDocument = problem('reports.needs-document', 409);
export const notADocument = problem('reports.not-a-document', 409);
export const unknownForm = problem<{ form: string }>('reports.unknown-form', 422);
export const changedMeanwhile = problem('reports.changed-meanwhile', 409);
export const faulty = problem<{ count: number; first: string }>('reports.faulty', 409);
export const moveUnknown = problem('reports.move-unknown', 404);
export const moveUndone = problem('reports.move-undone', 409);
export const fileRefused = problem('reports.file-refused', 415);
export const fileUnknown = problem('reports.file-unknown', 404);
export const tooManyFiles = problem<{ most: number }>('reports.too-many-files', 409);
export const notSubmitted = problem('reports.not-submitted', 409);
export const acceptedAlready = problem<{ to: string }>('reports.accepted-already', 409);
export const correctionTooLate = problem<{ due: string; to: string }>('reports.correction-too-late', 409);
