import type { paths } from '../api/schema';
import { typed } from '../api/typed';
import { useAnswer } from '../api/use-answer';

type Page = paths['/api/audit']['get']['responses'][200]['content']['application/json'];
export type AuditEntry = Page['entries'][number];
export type AuditKind = AuditEntry['kind'];

/** What the trail is narrowed to; days are plain, `before` is the number that the page before gave. */
export interface AuditFilter {
  unit?: string;
  kind?: AuditKind;
  from: string;
  to: string;
  before?: number;
}

export const useTrail = ({ unit, kind, from, to, before }: AuditFilter) =>
  useAnswer(
    ['audit', unit, kind, from, to, before],
    (signal) =>
      typed.GET('/api/audit', {
        signal,
        params: { query: { unit, kind, from: from || undefined, to: to || undefined, before } },
      }),
    { keep: true },
  );
