import { code } from './code.js';
import type { AdminCommand } from './command.js';
import { create } from './create.js';
import { forget } from './forget.js';
import { holidays } from './holidays.js';
import { invite } from './invite.js';
import { link } from './link.js';
import { open } from './open.js';
import { password } from './password.js';
import { people } from './people.js';
import { merge, split, undoUnitChange } from './unit-change.js';
import { event } from './event.js';
import { move, undo } from './move.js';
import { outage } from './outage.js';
import { rollOver } from './roll-over.js';
import { close, reopen } from './round.js';
import { rule } from './rule.js';
import { waive } from './waive.js';

/** Every command of `npm run admin`, in the order of its usage. */
export const commands: readonly AdminCommand[] = [
  create,
  link,
  code,
  password,
  people,
  invite,
  forget,
  open,
  merge,
  split,
  undoUnitChange,
  event,
  rule,
  move,
  undo,
  outage,
  close,
  reopen,
  waive,
  holidays,
  rollOver,
];
