/** Texts of the shape of a secret that we give out: typed codes (in any case, with or without the dash) and those of links. */
const SECRET = /(?<![\p{L}\p{N}_-])(?:[2-9A-HJKMNP-TW-Z]{5}[\s-]?[2-9A-HJKMNP-TW-Z]{5}|[\w-]{22})(?![\p{L}\p{N}_-])/giu;

/** What in a text may be such a secret, as typed, each once and in order. Whether it is one the digests say. */
export function maybeSecretsIn(text: string): string[] {
  return [...new Set([...text.matchAll(SECRET)].map(([found]) => found))];
}
