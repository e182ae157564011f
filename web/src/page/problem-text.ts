import { ApiProblem } from '../api/client';
import type { Texts } from '../texts/vi';

/** The sentence for what went wrong: the server's own where it gave one. */
export function problemText(problem: unknown, texts: Texts): string {
  if (problem instanceof ApiProblem) {
    if (problem.message) return problem.message;
    // 502 to 504 come from a proxy whose server is not there.
    if (problem.status === 0 || (problem.status >= 502 && problem.status <= 504)) return texts.page.offline;
  }
  return texts.page.failed;
}
