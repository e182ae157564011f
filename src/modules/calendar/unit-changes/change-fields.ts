import { z } from 'zod';
import { dayField } from '../fields.js';

const codeField = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be made of a-z, 0-9 and -' });
const shareField = z.string().regex(/^(1|0\.\d{0,17}[1-9])$/, { error: 'must be a share such as 0.4' });

/** A change of units as it is asked for. */
export const ChangeBody = z.strictObject({
  sort: z.enum(['merge', 'split']),
  from: dayField,
  decision: z.string().trim().min(3).max(300),
  units: z.array(codeField).min(1).max(50),
  into: z
    .array(
      z.strictObject({
        code: codeField,
        name: z.string().trim().min(1).max(200).optional(),
        share: shareField.optional(),
      }),
    )
    .min(1)
    .max(50),
});
