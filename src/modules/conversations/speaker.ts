import type { Body, Button } from '../outbox/index.js';
import type { Locale, Messages, Params } from '../shared/index.js';
import { writeToken } from './button-token.js';

/** Says the catalog's texts in one person's language and builds bodies with buttons. */
export class Speaker {
  constructor(
    private readonly messages: Messages,
    readonly locale: Locale,
    /** Number of the prompt that buttons will belong to. */
    private readonly prompt: number,
    /** Mark of the question that buttons answer, if any. */
    private readonly question?: string,
  ) {}

  /** The same speaker whose buttons answer the question with this mark. */
  about(question: string): Speaker {
    return new Speaker(this.messages, this.locale, this.prompt, question);
  }

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

  /** With `value` it still answers its own question when it is tapped much later. */
  labelled(label: string, typed: string, value?: string | boolean): Button {
    const { prompt, question } = this;
    const token = writeToken({ prompt, question, typed, value: value === undefined ? undefined : String(value) });
    return { label, typed, token };
  }

  say(text: string, buttons?: Button[][]): Body {
    return buttons && buttons.length > 0 ? { text, buttons } : { text };
  }
}
