import { maybeSecretsIn } from '../access/index.js';
import type { Incoming } from './incoming.js';

/** Stands where a code stood that lets somebody in. */
const HIDDEN = '•••••';

/** As they are given out: a typed code with its dash, the secret of a link behind what links begin with. */
const GIVEN_OUT =
  /(?<![\p{L}\p{N}])[2-9A-HJKMNP-TW-Z]{5}-[2-9A-HJKMNP-TW-Z]{5}(?![\p{L}\p{N}])|(?<=#|#ma=|[?&]start=|^\/start\s+)[\w-]{20,64}/gu;
/** In small letters, which people type: with a digit, so that no word is taken for one. */
const IN_SMALL = /(?<![\p{L}\p{N}])(?=[a-z-]*\d)[2-9a-hjkmnp-tw-z]{5}-[2-9a-hjkmnp-tw-z]{5}(?![\p{L}\p{N}])/gu;

/**
 * A typed text as it may be kept: what has the shape of a code is hidden, whether it is one or not, so that the text gives
 * nothing away, least of all to whoever guesses. `code` is what in it was taken for a code.
 */
export function withoutCodes(text: string, code?: string): string {
  const hidden = text.replace(GIVEN_OUT, HIDDEN).replace(IN_SMALL, HIDDEN);
  return code === undefined ? hidden : hidden.replaceAll(code, HIDDEN);
}

/**
 * What in a message may let somebody in. In a chat that is somebody's already a figure of ten digits is an answer, and two
 * words of five letters are words; there a code is what has its dash or both letters and digits.
 */
export function codeIn({ content, chat }: Pick<Incoming, 'content' | 'chat'>, isLinked: boolean): string | undefined {
  if (chat === 'group') return undefined;
  if (content.type === 'start') return /^[0-9A-Za-z_-]{1,64}$/.exec(content.payload)?.[0];
  if (content.type !== 'text') return undefined;
  const found = /^(\/start\s+)?([0-9A-Za-z]{5}[\s-]?[0-9A-Za-z]{5}|[0-9A-Za-z_-]{22})$/.exec(content.text.trim());
  const code = found?.[2];
  if (code === undefined || found?.[1] !== undefined || !isLinked) return code;
  return /[A-Za-z]/.test(code) && /[\d-]/.test(code) ? code : undefined;
}

/** A message as it is kept once it was answered; undefined where it holds nothing that must go. */
export function keptOf(incoming: Incoming, isLinked: boolean): Incoming | undefined {
  const { content } = incoming;
  if (content.type === 'start')
    return content.payload === '' ? undefined : { ...incoming, content: { ...content, payload: '' } };
  if (content.type !== 'text') return undefined;
  // What is said in a group is not looked at again: there every shape of a code may go.
  const inGroup = incoming.chat === 'group' ? saidCodes(incoming) : [];
  const hidden = inGroup.reduce((text, one) => text.replaceAll(one, HIDDEN), content.text);
  const text = withoutCodes(hidden, codeIn(incoming, isLinked));
  return text === content.text ? undefined : { ...incoming, content: { ...content, text } };
}

/** What of a message may be a code that lets somebody in, wherever in it. */
export function saidCodes({ content }: Pick<Incoming, 'content'>): string[] {
  if (content.type === 'start') return maybeSecretsIn(content.payload);
  return content.type === 'text' ? maybeSecretsIn(content.text) : [];
}
