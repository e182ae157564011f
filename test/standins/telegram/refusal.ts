/** What Telegram answers instead of a result: `{ok: false, error_code, description, parameters}`. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: { retry_after?: number; migrate_to_chat_id?: number },
  ) {
    super(description);
  }

  get body(): object {
    return { ok: false, error_code: this.code, description: this.description, parameters: this.parameters };
  }
}

export const badRequest = (reason: string): Refusal => new Refusal(400, `Bad Request: ${reason}`);

export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
