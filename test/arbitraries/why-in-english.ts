import path from 'node:path';
import type { Notice } from '../../src/modules/followups/ladder.js';
import { whyText } from '../../src/modules/followups/why.js';
import { Messages, packageRoot } from '../../src/modules/shared/index.js';

const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));

/** Why a notice is planned, in English with the ids of rungs: as the shell prints it. */
export const inEnglish = ({ why }: Notice): string =>
  whyText(why, { t: (key, params) => messages.t('en', key, params), rung: (id) => id, day: (on) => on });
