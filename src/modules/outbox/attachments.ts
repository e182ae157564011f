import { Injectable } from '@nestjs/common';

export interface Attachment {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** Makes the file of a reference; undefined where it is not to be had any more. `person` is to whom it goes. */
export type AttachmentMaker = (rest: string, person: string | undefined) => Promise<Attachment | undefined>;

/**
 * How a file that goes with a message comes to be: `Body.attachment.fileRef` is `<prefix>/<rest>`, and whoever knows the
 * prefix makes the file at the moment it leaves. The message holds no bytes, and nobody is sent what is old by then.
 */
@Injectable()
export class Attachments {
  private readonly makers = new Map<string, AttachmentMaker>();

  /** Registers who makes the files whose reference begins with `<prefix>/`. */
  addMaker(prefix: string, maker: AttachmentMaker): void {
    this.makers.set(prefix, maker);
  }

  /** The file of a reference for `person`; undefined where nobody makes it. May take a second: never within a transaction. */
  async open(fileRef: string, person: string | undefined): Promise<Attachment | undefined> {
    const [prefix = '', ...rest] = fileRef.split('/');
    return this.makers.get(prefix)?.(rest.join('/'), person);
  }
}
