/** Something expected went wrong and somebody can act: `code` is also the key of its text in the message catalogs. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: Record<string, string | number> = {},
    readonly level: 'info' | 'warn' = 'info',
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** Declares a problem once, near what raises it: `const codeExpired = problem('access.code-expired', 410)`. */
export function problem<P extends Record<string, string | number> = Record<string, never>>(
  code: string,
  status: number,
  level: 'info' | 'warn' = 'info',
): (params?: P) => Problem {
  return (params) => new Problem(code, status, params ?? {}, level);
}
