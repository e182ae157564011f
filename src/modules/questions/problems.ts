import { problem } from '../shared/index.js';

export const questionUnknown = problem<{ number: number }>('questions.unknown', 404);
export const nobodyToAsk = problem('questions.nobody-to-ask', 409);
export const notADifficulty = problem<{ number: number }>('questions.not-a-difficulty', 409);
export const difficultySettled = problem<{ number: number }>('questions.difficulty-settled', 409);
