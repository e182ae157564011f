/** What Zalo answers instead of a result: `{ok: false, error_code, description}`. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
  ) {
    super(description);
  }

  get body(): object {
    return { ok: false, error_code: this.code, description: this.description };
  }
}
