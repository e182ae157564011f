import { z } from 'zod';
import { plainDate } from '../shared/index.js';

/** A day in a request. */
export const dayField = z.string().refine(plainDate.ofOurTime, { error: 'must be a day as YYYY-MM-DD' });

/** Why, in words that stay on record. */
export const reasonField = z.string().trim().min(3).max(1000);

export const planYearField = z.int().min(1900).max(2199);

/** An act that changes much is told first; it is done when this is true. */
export const confirmedField = z.boolean().default(false);

export const idField = z.uuid();
