import { problem } from '../shared/index.js';

export const misshapen = problem<{ place: string }>('definitions.misshapen', 422);
