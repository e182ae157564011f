import path from 'node:path';
import type { FormWords } from '../../src/forms/index.js';
import { Messages } from '../../src/modules/shared/index.js';

/** The product's own message catalog. */
export const messages = Messages.read(path.resolve('config/messages'));

/** The words of forms in Vietnamese, as the product binds them. */
export const vietnamese: FormWords = (word, params) => messages.t('vi', `forms.word.${word}`, params);
