import { RE2JS } from 're2js';
import { CANONICAL_PATTERN, isCanonical } from '../answers/decimal.js';
import { TEXT_PATTERN } from '../answers/text.js';

interface Tester {
  test(text: string): boolean;
}

/**
 * Patterns that this program wrote itself; they take linear time natively and run for every cell. Any other pattern may
 * come from a definition and goes to an engine that cannot backtrack: `^(a+)+$` must not be able to stop the process.
 */
const OWN: Record<string, () => Tester> = {
  [CANONICAL_PATTERN]: () => ({ test: isCanonical }),
  [TEXT_PATTERN]: () => new RegExp(TEXT_PATTERN, 'u'),
};

/** The regular expression engine given to the validator. Throws where the engine does not know the pattern's syntax. */
export function linearRegExp(pattern: string): Tester {
  const own = Object.hasOwn(OWN, pattern) ? OWN[pattern] : undefined;
  if (own) return own();
  const compiled = RE2JS.compile(pattern);
  return { test: (text) => compiled.test(text) };
}

/** How standalone validator code would name the engine; none is generated here. */
linearRegExp.code = 'linearRegExp';
