import { Inject, Injectable } from '@nestjs/common';
import { type Attachment, Attachments, type Body, OneTimeTexts } from '../outbox/index.js';
import { type Locale, MESSAGES, type Messages } from '../shared/index.js';
import { AttachmentLinks } from './attachment-links.service.js';
import type { Capabilities, Outgoing } from './channel.port.js';
import { cutToFit } from './cut-to-fit.js';

/** One send, and what is still to be said where it does not go through. */
export interface Piece {
  outgoing: Outgoing;
  rest: Body;
}

/** Makes of a message what a channel can carry: its file, its text in pieces, typed words where there are no buttons. */
@Injectable()
export class ComposeService {
  constructor(
    private readonly attachments: Attachments,
    private readonly links: AttachmentLinks,
    private readonly oneTimes: OneTimeTexts,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** The sends that carry `body` to a person, in order; none where there is nothing to say. */
  async piecesFor(
    body: Body,
    capabilities: Capabilities,
    { person, locale = 'vi' }: { person?: string; locale?: Locale } = {},
  ): Promise<Piece[]> {
    const { attachment, ...plain } = body;
    if (!attachment) return this.cut(plain, capabilities);
    const file = await this.attachments.open(attachment.fileRef, person);
    const { documents } = capabilities;
    if (!file || !documents || file.content.length > documents.maxBytes) {
      const link = file && (await this.links.addressOf(attachment, person));
      // Where files do not go out they do not come in either: whoever fills one in has to know where it goes.
      const key = documents ? 'channel.attachment-link' : 'channel.attachment-link-only';
      const line = link
        ? this.messages.t(locale, key, { name: attachment.name, link })
        : this.messages.t(locale, 'channel.attachment-missing', { name: attachment.name });
      return this.piecesFor({ ...plain, text: body.text === '' ? line : `${body.text}\n${line}` }, capabilities);
    }
    return this.cut(body, capabilities, file);
  }

  /** What works once is made last of all: what is still to be said when a send fails holds no secret. */
  private cut(body: Body, capabilities: Capabilities, file?: Attachment): Promise<Piece[]> {
    return Promise.all(
      cutToFit(body, capabilities).map(async ({ part: { oneTime, ...part }, rest }) => {
        const outgoing = withFile(part, file);
        if (!oneTime) return { outgoing, rest };
        if (capabilities.keeps) return { outgoing: { ...outgoing, oneTime }, rest };
        return { outgoing: { ...outgoing, text: await this.oneTimes.fill(outgoing.text, oneTime, false) }, rest };
      }),
    );
  }
}

const withFile = ({ attachment, ...part }: Body, file?: Attachment): Outgoing =>
  attachment && file ? { ...part, attachment: { ...file, fileRef: attachment.fileRef } } : part;
