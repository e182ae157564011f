import { Injectable } from '@nestjs/common';

/** The bytes of a file that somebody sent, or why they are not to be had. */
export type FetchedFile = { content: Buffer } | { problem: 'too-large' | 'gone' | 'unreachable' };

/** Largest file taken from a chat. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** How the bytes of a sent file are come by: each channel says how, this room asks before it takes the turn. */
@Injectable()
export class IncomingFiles {
  private readonly fetchers = new Map<string, (fileId: string) => Promise<FetchedFile>>();

  /** Registers how `channel` fetches; the fetcher never throws and reads no more than {@link MOST_FILE_BYTES}. */
  from(channel: string, fetcher: (fileId: string) => Promise<FetchedFile>): void {
    this.fetchers.set(channel, fetcher);
  }

  async fetch(channel: string, fileId: string): Promise<FetchedFile> {
    const fetcher = this.fetchers.get(channel);
    return fetcher ? fetcher(fileId) : { problem: 'gone' };
  }
}
