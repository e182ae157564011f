import { problem } from '../shared/index.js';

export const questionUnknown = problem<{ number: number }>('questions.unknown', 404);
export const nobodyToAsk = problem('questions.nobody-to-ask', 409);
