import type { LoggerService } from '@nestjs/common';
import pino from 'pino';

/** Mail addresses and telephone numbers, which providers quote when they refuse: a log is read by more people than a list. */
const PERSONAL = /[^\s<>"'@,;()]+@[\w-]+(\.[\w-]+)+|(?<![\w-])(\+?84|0)\d{9,10}(?![\w-])/g;

/** `line` as it may be logged. */
export const loggable = (line: string): string => line.replace(PERSONAL, '…');

/** Nest's logger over pino: one JSON line an event, on standard error so that standard output stays the program's own. */
export function appLogger(level: string): LoggerService {
  const log = pino({ level, base: undefined, redact: ['*.token', '*.secret', '*.password'] }, pino.destination(2));
  const write =
    (at: 'info' | 'warn' | 'error' | 'debug' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      const room = rest.length > 0 ? rest[rest.length - 1] : undefined;
      const stack = at === 'error' && rest.length > 1 ? rest[0] : undefined;
      log[at]({ room, stack: typeof stack === 'string' ? loggable(stack) : stack }, loggable(String(message)));
    };
  return {
    log: write('info'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
    verbose: write('debug'),
    fatal: write('fatal'),
  };
}
