import type { Issue } from '../answers/issue.js';
import type { Check, LocalText } from '../definition/definition.js';
import { holds, type Lookup } from './evaluate.js';
import type { Condition } from './formula.js';
import { traceOfBroken } from './trace.js';

/** What a form's checks find in answers: `refused` keeps them from being submitted, `warned` asks for an explanation. */
export interface CheckFindings {
  refused: Issue[];
  warned: Issue[];
}

/** What one rule found in one place, before it is known what the place is called. */
export interface Finding {
  level: Check['level'];
  code: string;
  params: Record<string, LocalText>;
}

/** What a check finds where `lookup` looks from; nothing where its condition holds or is not to be judged. */
export function brokenBy(check: Check, lookup: Lookup): Finding | undefined {
  if (holds(check.holds, lookup) !== false) return undefined;
  const params = { message: message(check.message), trace: trace(check.holds, lookup) };
  return { level: check.level, code: check.level === 'hard' ? 'check-broken' : 'check-odd', params };
}

/** The admin's words without the stop that the sentence around them gives. */
const message = ({ vi, en }: LocalText): LocalText => ({
  vi: vi.replace(/[\s.]+$/, ''),
  ...(en === undefined ? {} : { en: en.replace(/[\s.]+$/, '') }),
});

/** The figures in parentheses, with the space before them; nothing where there are none. */
function trace(condition: Condition, lookup: Lookup): LocalText {
  const inLocale = (locale: 'vi' | 'en'): string => {
    const figures = traceOfBroken(condition, lookup, { locale });
    return figures && ` (${figures})`;
  };
  return { vi: inLocale('vi'), en: inLocale('en') };
}
