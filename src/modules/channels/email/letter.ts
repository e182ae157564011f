/** Longest subject, in characters; more is cut off by every mailbox anyway. */
const LONGEST = 110;

/** The part of a notice that a list of letters shows: its first point, else its first line; one line, in NFC. */
export function subjectOf(text: string): string {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
    .filter(Boolean);
  const said = (lines.find((line) => line.startsWith('•')) ?? lines[0] ?? '').replace(/^•\s*/, '');
  if (said.length <= LONGEST) return said;
  const cut = said.lastIndexOf(' ', LONGEST);
  return `${said.slice(0, cut > 0 ? cut : LONGEST).toWellFormed()}…`;
}

/** One address and nothing else: no name, no list, no line break, nothing that a server would read as a command. */
export const isAddress = (address: string): boolean =>
  address.length <= 254 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(address);
