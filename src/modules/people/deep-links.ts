import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../settings/index.js';

/** Where a tap on an invitation leads, by channel. The web chat is always there; others say themselves what links begin with. */
@Injectable()
export class DeepLinks {
  private readonly starts = new Map<string, string>();

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.starts.set('webchat', `${settings.publicUrl ?? `http://localhost:${settings.port}`}/chat#ma=`);
  }

  /** A channel whose links carry a payload: what stands before it, e.g. `https://t.me/nhip_bot?start=`. */
  carriedBy(channel: string, start: string): void {
    this.starts.set(channel, start);
  }

  /** The links of one invitation, at most 64 characters of payload each. */
  of(secret: string): { channel: string; link: string }[] {
    return [...this.starts].map(([channel, start]) => ({ channel, link: `${start}${secret}` }));
  }
}
