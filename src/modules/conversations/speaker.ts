import type { Body, Button } from '../outbox/index.js';
import type { Locale, Messages, Params } from '../shared/index.js';

/** Says the catalog's texts in one person's language and builds bodies with buttons. */
export class Speaker {
  constructor(
    private readonly messages: Messages,
    readonly locale: Locale,
    /** Number of the prompt that buttons will belong to. */
    private readonly prompt: number,
  ) {}

  /** The same speaker in another language. */
  in(locale: Locale): Speaker {
    return new Speaker(this.messages, locale, this.prompt);
  }

  t(key: string, params: Params = {}): string {
    return this.messages.t(this.locale, `bot.${key}`, params);
  }

  /** A text of another room's catalog. */
  foreign(key: string, params: Params = {}): string {
    return this.messages.t(this.locale, key, params);
  }

  /** A choice: `typed` is what a person without buttons types for it. */
  button(key: string, typed: string, params: Params = {}): Button {
    return this.labelled(this.t(key, params), typed);
  }

  labelled(label: string, typed: string): Button {
    return { label, typed, token: `${this.prompt}.${typed}` };
  }

  say(text: string, buttons?: Button[][]): Body {
    return buttons && buttons.length > 0 ? { text, buttons } : { text };
  }
}

/** What a button's token says: the prompt it belonged to and the word it stands for. */
export function readToken(token: string): { prompt: number; typed: string } | undefined {
  const parts = /^(\d{1,9})\.([\s\S]{1,50})$/.exec(token);
  return parts ? { prompt: Number(parts[1]), typed: parts[2] ?? '' } : undefined;
}
