import { z } from 'zod';

/** What the addresses of an official's workbook answer: written into the OpenAPI document. */

const place = z.strictObject({ sheet: z.string(), cell: z.string() }).nullable();

const changed = z.strictObject({
  row: z.string(),
  measure: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Changed in the report since the file was downloaded. */
  meanwhile: z.boolean(),
});

/** Of a preview; nothing is written. */
export const PreviewAnswer = z.strictObject({
  form: z.string(),
  changed: z.array(changed),
  issues: z.array(z.strictObject({ cell: place, text: z.string() })),
  /** What keeps the report from being submitted once the file is read in; `hard` is to be mended, the rest explained. */
  findings: z.array(z.strictObject({ cell: place, text: z.string(), hard: z.boolean() })),
  // The answers as they would be; their shape is the form engine's to describe.
  answers: z.looseObject({}),
  revision: z.number(),
});

/** Of an upload that writes. */
export const WrittenAnswer = z.strictObject({ revision: z.number() });
