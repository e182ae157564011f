import { instant } from '../database/index.js';
import type { Instant, PlainDate } from '../shared/index.js';

/** A unit asks for a later day; one of its recipients answers. One is open at a time for each obligation. */
export interface ExtensionRequest {
  id: string;
  obligation: string;
  askedBy: string;
  askedAt: Instant;
  /** The first day too late that is wished for. */
  wishedDueOn: PlainDate;
  reason: string;
}

export interface RequestRow {
  id: string;
  obligation_id: string;
  asked_by: string;
  asked_at: string;
  wished_due_on: string;
  reason: string;
}

export function toRequest(found: RequestRow): ExtensionRequest {
  return {
    id: found.id,
    obligation: found.obligation_id,
    askedBy: found.asked_by,
    askedAt: instant(found.asked_at),
    wishedDueOn: found.wished_due_on,
    reason: found.reason,
  };
}
