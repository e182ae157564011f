import { problem } from '../shared/index.js';

export const notAWorkbook = problem('exchange.not-a-workbook', 415);
