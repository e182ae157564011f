import { GrammyError, type RawApi } from 'grammy';
import type { FetchedFile } from '../../conversations/index.js';
import { bounded } from '../bounded.js';

const gone: FetchedFile = { problem: 'gone' };
const away: FetchedFile = { problem: 'unreachable' };
const tooLarge: FetchedFile = { problem: 'too-large' };

type Signal = Parameters<RawApi['getMe']>[0];

/**
 * The content of a file that somebody sent: asked for by its id, then read from `root` (`…/file/bot<token>`), at most
 * `most` bytes. Never throws, and never tells the address, which holds the token.
 */
export async function fetchTelegramFile(
  api: RawApi,
  root: string,
  fileId: string,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<FetchedFile> {
  try {
    // grammY's types know an AbortSignal of their own.
    const file = await api.getFile({ file_id: fileId }, signal as Signal);
    if ((file.file_size ?? 0) > most) return tooLarge;
    if (file.file_path === undefined) return gone;
    const path = file.file_path.split('/').map(encodeURIComponent).join('/');
    // A redirect would carry the token to another place.
    const answer = await fetch(`${root}/${path}`, { signal, redirect: 'error' });
    if (!answer.ok || !answer.body) {
      await answer.body?.cancel();
      return answer.status === 404 ? gone : away;
    }
    const content = await bounded(answer.body, most);
    return content ? { content } : tooLarge;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) return away;
    return /too big/i.test(error.description) ? tooLarge : gone;
  }
}
