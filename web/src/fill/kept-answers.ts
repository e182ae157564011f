import type { Pending } from './places';

/** Answers that the server does not have yet, kept in this browser: a reload or a closed telephone loses nothing. */
export class KeptAnswers {
  private readonly key: string;

  constructor(obligation: string, person: string) {
    this.key = `nhip.report.${person}.${obligation}`;
  }

  read(): Pending[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? (kept as Pending[]).filter((one) => one?.place?.kind !== undefined) : [];
    } catch {
      return [];
    }
  }

  write(pending: readonly Pending[]): void {
    try {
      if (pending.length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(pending));
    } catch {
      // Without storage the answers last as long as the page.
    }
  }
}
