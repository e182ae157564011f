import { Inject, Injectable } from '@nestjs/common';
import { MESSAGES, type Messages } from '../shared/index.js';
import type { Body, OneTimeText } from './message.js';

/**
 * Makes what stands in a message and works once; undefined where it is not to be had any more. `onOurPage`: it is shown at the
 * address of the pages themselves.
 */
export type OneTimeMaker = (rest: string, person: string, onOurPage: boolean) => Promise<string | undefined>;

/**
 * How links and codes that let somebody in come into a message: the ledger keeps a reference, and whoever knows its prefix makes
 * the secret as the text leaves or is shown. A copy of the tables gives nothing away.
 */
@Injectable()
export class OneTimeTexts {
  private readonly makers = new Map<string, OneTimeMaker>();

  constructor(@Inject(MESSAGES) private readonly messages: Messages) {}

  /** Registers who makes what `<prefix>/…` refers to. */
  addMaker(prefix: string, maker: OneTimeMaker): void {
    this.makers.set(prefix, maker);
  }

  /** `text` with the secret in its place; nothing is made for a text that has no such place. */
  async fill(text: string, oneTime: OneTimeText, onOurPage: boolean): Promise<string> {
    if (!text.includes(oneTime.place)) return text;
    const [prefix = '', ...rest] = oneTime.ref.split('/');
    const made = await this.makers.get(prefix)?.(rest.join('/'), oneTime.person, onOurPage);
    return text.replaceAll(oneTime.place, () => made ?? this.gone());
  }

  /** A body as it may be shown to whoever has no claim to the secret. */
  masked({ oneTime, ...body }: Body): Body {
    return oneTime ? { ...body, text: body.text.replaceAll(oneTime.place, () => this.gone()) } : body;
  }

  private gone(): string {
    return this.messages.t('vi', 'channel.one-time-gone');
  }
}
