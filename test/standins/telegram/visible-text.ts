import { badRequest, type Refusal } from './refusal.js';

const TAGS = new Set([
  ...['b', 'strong', 'i', 'em', 'u', 'ins', 's', 'strike', 'del', 'a', 'code', 'pre', 'blockquote'],
  ...['span', 'tg-spoiler', 'tg-emoji'],
]);
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const TOKEN = /<|&(#\d+|#x[\da-f]+|\w+);|&|[^<&]+/giu;
const TAG = /<(\/?)([^\s>]*)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+)|\s+expandable)*)\s*>/uy;

/**
 * The text that a reader sees of a message, 1 to 4096 UTF-16 units; throws what Telegram refuses, in its words. Markdown
 * is not played. Telegram itself lets a bare "&" pass that its documents forbid; here it is refused.
 */
export function visibleText(text: string, parseMode: string | undefined): string {
  if (text === '') throw badRequest('message text is empty');
  if (parseMode !== undefined && parseMode.toLowerCase() !== 'html') throw badRequest('unsupported parse_mode');
  const seen = (parseMode === undefined ? text : withoutMarkup(text)).replaceAll('\r', '').trim();
  if (seen === '') throw badRequest('text must be non-empty');
  if (seen.length > 4096) throw badRequest('message is too long');
  return seen;
}

function withoutMarkup(html: string): string {
  const open: string[] = [];
  let seen = '';
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    const [piece, entity] = token;
    if (piece === '<') TOKEN.lastIndex = readTag(html, token.index, open);
    else if (entity !== undefined) seen += characterOf(entity) ?? unescaped(html, token.index);
    else seen += piece === '&' ? unescaped(html, token.index) : piece;
  }
  const left = open.at(-1);
  if (left !== undefined) throw unparsable(`Can't find end tag corresponding to start tag "${left}"`);
  return seen;
}

/** Reads the tag that begins at `at` and keeps `open` up to date; gives where it ends. */
function readTag(html: string, at: number, open: string[]): number {
  const offset = bytesBefore(html, at);
  TAG.lastIndex = at;
  const tag = TAG.exec(html);
  const end = html[at + 1] === '/';
  const name = (tag?.[2] ?? /^<\/?([^\s>]*)/.exec(html.slice(at))![1]!).toLowerCase();
  if (!end && !TAGS.has(name) && html.includes('>', at)) {
    throw unparsable(`Unsupported start tag "${name}" at byte offset ${offset}`);
  }
  if (!tag) throw unparsable(`Unclosed ${end ? 'end' : 'start'} tag at byte offset ${offset}`);
  if (!end) {
    open.push(name);
    return TAG.lastIndex;
  }
  const expected = open.pop();
  if (expected === undefined) throw unparsable(`Unexpected end tag at byte offset ${offset}`);
  if (name !== '' && name !== expected) {
    throw unparsable(`Unmatched end tag at byte offset ${offset}, expected "</${expected}>", found "</${name}>"`);
  }
  return TAG.lastIndex;
}

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return NAMED[entity];
  const code = entity[1]?.toLowerCase() === 'x' ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function unescaped(html: string, at: number): never {
  throw unparsable(`Unescaped character "&" at byte offset ${bytesBefore(html, at)}`);
}

const bytesBefore = (text: string, at: number): number => Buffer.byteLength(text.slice(0, at));

const unparsable = (reason: string): Refusal => badRequest(`can't parse entities: ${reason}`);
