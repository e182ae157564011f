import { code } from './code.js';
import type { AdminCommand } from './command.js';
import { create } from './create.js';
import { link } from './link.js';
import { open } from './open.js';
import { password } from './password.js';
import { merge, split, undoUnitChange } from './unit-change.js';

/** Every command of `npm run admin`, in the order of its usage. */
export const commands: readonly AdminCommand[] = [create, link, code, password, open, merge, split, undoUnitChange];
