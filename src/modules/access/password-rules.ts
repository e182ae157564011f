const SHORTEST = 12;
const LOGIN = /^[a-z0-9][a-z0-9._@+-]{2,63}$/;

/** What is wrong with a new password; `undefined` for nothing. */
export type PasswordFault = 'too-short' | 'is-a-name' | 'one-letter';

/** A login as it is kept and compared; undefined where it cannot be one (3 to 64 letters without marks, digits, `. _ @ + -`). */
export function normaliseLogin(typed: string): string | undefined {
  const login = typed.normalize('NFC').trim().toLowerCase();
  return LOGIN.test(login) ? login : undefined;
}

/** The same password on every keyboard: a letter with its mark may be typed as one sign or as two. */
export const normalisePassword = (typed: string): string => typed.normalize('NFC');

/** Length and guesses that need no list: the own name or login, one sign again and again. No rule asks for odd signs. */
export function faultOf(password: string, person: { name: string; login: string }): PasswordFault | undefined {
  const signs = [...normalisePassword(password)];
  if (signs.length < SHORTEST) return 'too-short';
  if (new Set(signs).size < 3) return 'one-letter';
  const bare = bareWords(password);
  const said = [person.name, person.login, person.login.replace(/@.*$/, '')].map(bareWords);
  // «nguyenthimai123» says no more than the name: what stays of it is too short to be a secret.
  const rest = said.filter((name) => name !== '').map((name) => bare.split(name).join(''));
  return rest.some((left) => left !== bare && left.length < 6) ? 'is-a-name' : undefined;
}

const bareWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
