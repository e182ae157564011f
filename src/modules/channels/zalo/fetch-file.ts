import type { FetchedFile } from '../../conversations/index.js';
import { bounded } from '../bounded.js';

interface From {
  most: number;
  /** Names of hosts, and of what lies below them, from which pictures are taken. */
  hosts: readonly string[];
  /** The Bot API itself, which may stand on this machine. */
  own: string;
  signal: AbortSignal;
  log?: (line: string) => void;
}

/**
 * The picture behind the address that came with an event, at most `most` bytes. Addresses of other places are not called:
 * a server that fetches whatever it is told to can be made to ask its own neighbours. Never throws.
 */
export async function fetchZaloFile(address: string, { most, hosts, own, signal, log }: From): Promise<FetchedFile> {
  const url = URL.parse(address);
  const isKnown = hosts.some((host) => url?.hostname === host || url?.hostname.endsWith(`.${host}`));
  if (!url || !(url.origin === new URL(own).origin || (isKnown && url.protocol === 'https:'))) {
    log?.(`Zalo: a picture lies at ${url?.host ?? 'no address'}, which ZALO_FILE_HOSTS does not name`);
    return { problem: 'gone' };
  }
  try {
    const answer = await fetch(url, { signal, redirect: 'error' });
    if (!answer.ok || !answer.body) {
      await answer.body?.cancel();
      return { problem: answer.status < 500 && answer.status !== 429 ? 'gone' : 'unreachable' };
    }
    const content = await bounded(answer.body, most);
    return content ? { content } : { problem: 'too-large' };
  } catch {
    return { problem: 'unreachable' };
  }
}
