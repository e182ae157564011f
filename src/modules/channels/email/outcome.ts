import type { SendOutcome } from '../../outbox/index.js';

/** How long to wait where the server was not reached or asks for patience, and where it refuses us as such; in seconds. */
const SOON = 60;
const REFUSED = 600;

/** Steps before the message itself goes over: what fails there was surely not accepted. */
const BEFORE_DATA = /^(EHLO|HELO|LHLO|STARTTLS|AUTH\b|MAIL FROM|RCPT TO|API)/;
/** Failures of name, encryption and sign-in, which come before everything else. */
const NOT_BEGUN = ['EDNS', 'ETLS', 'EREQUIRETLS', 'EPROXY', 'EAUTH', 'ENOAUTH', 'ECONFIG'];

/** A certificate that is not to be trusted, told by OpenSSL. */
const NOT_TRUSTED = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH)/;

/** What nodemailer tells of a failed send. */
export interface MailFailure extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  syscall?: string;
  timeoutType?: string;
  originalCode?: string;
}

/**
 * What one failed attempt to send by SMTP means. A refusal of the recipient is the person's, one of the sender or of the
 * sign-in is the installation's; where the message may have gone over before the connection broke nobody knows.
 */
export function outcomeOf({ code = '', command = '', response, responseCode, ...failure }: MailFailure): SendOutcome {
  const detail = `${command} ${response ?? failure.message}`.trim();
  if (responseCode === undefined) {
    const notBegun =
      NOT_BEGUN.includes(code) ||
      failure.syscall === 'connect' ||
      NOT_TRUSTED.test(failure.originalCode ?? '') ||
      ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'].includes(failure.timeoutType ?? '') ||
      BEFORE_DATA.test(command);
    if (code === 'EENVELOPE') return { outcome: 'rejected', detail };
    return notBegun ? { outcome: 'retry', afterSeconds: SOON, scope: 'global' } : { outcome: 'unknown', detail };
  }
  const ofOne = /^(RCPT TO|DATA)/.test(command);
  // 503 says that the talk went astray, not that the message was refused.
  if (responseCode < 500 || responseCode === 503) {
    return { outcome: 'retry', afterSeconds: SOON, scope: ofOne ? 'chat' : 'global' };
  }
  if (command.startsWith('RCPT TO')) return { outcome: 'unreachable', why: detail };
  if (command.startsWith('DATA')) return { outcome: 'rejected', detail };
  return { outcome: 'retry', afterSeconds: REFUSED, scope: 'global' };
}
