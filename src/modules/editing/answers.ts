import { z } from 'zod';

/** What the addresses for forms answer: written into the OpenAPI document, from which the pages have their types. */

const instant = z.iso.datetime();

const FormLine = z.strictObject({
  key: z.string(),
  template: z.string(),
  title: z.string(),
  kind: z.string(),
  level: z.string().nullable(),
  levels: z.array(z.string()),
  rows: z.number(),
  version: z.number(),
  publishedAt: instant,
  publishedBy: z.string().nullable(),
  note: z.string(),
  retiredAt: instant.nullable(),
  milestones: z.array(z.strictObject({ id: z.string(), title: z.string(), round: z.string() })),
  openReports: z.number(),
  draft: z
    .strictObject({ revision: z.number(), changes: z.number(), by: z.string(), at: instant, checked: z.boolean() })
    .nullable(),
});

export const FormsAnswer = z.strictObject({ forms: z.array(FormLine) });

const text = z.strictObject({ vi: z.string(), en: z.string().optional() });

export const FormAnswer = z.strictObject({
  key: z.string(),
  version: z.number(),
  // Its rows, columns, sections or questions are the form engine's to describe (src/forms/definition).
  definition: z.looseObject({
    key: z.string(),
    kind: z.enum(['indicators', 'records', 'outline', 'short']),
    template: z.string(),
    title: text,
    provenance: z.string(),
  }),
  newest: z.number(),
  publishedAt: instant,
  publishedBy: z.string().nullable(),
  note: z.string(),
  retiredAt: instant.nullable(),
  sources: z.array(z.strictObject({ tag: z.string(), seen: z.string(), address: z.string() })),
  oddities: z.array(z.strictObject({ id: z.string(), title: z.string(), quote: z.string(), remark: z.string() })),
});

export const VersionsAnswer = z.strictObject({
  versions: z.array(
    z.strictObject({
      version: z.number(),
      publishedAt: instant,
      publishedBy: z.string().nullable(),
      secondPerson: z.string().nullable(),
      note: z.string(),
      base: z.number().nullable(),
      reports: z.number(),
      /** The plan years of which some report asks for this version. */
      planYears: z.array(z.number()),
    }),
  ),
  retiredAt: instant.nullable(),
});

export const DifferencesAnswer = z.strictObject({
  differences: z.array(
    z.strictObject({
      text: z.string(),
      effect: z.enum(['harmless', 'mapping', 'next-round']).optional(),
      list: z.string().optional(),
      key: z.string().optional(),
      field: z.string().optional(),
    }),
  ),
  summary: z.string(),
});
