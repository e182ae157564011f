import { z } from 'zod';
import { MoveBody } from '../reports/index.js';

const key = z.string().min(1).max(100);
const list = z.enum(['groups', 'rows', 'measures', 'columns', 'sections', 'questions', 'checks']);
const field = z.string().min(1).max(40);

/** Any JSON; its shape is the form engine's to judge. The size of the whole request is bounded by the server. */
const json = z.json();

const item = z.looseObject({ key });

const EditBody = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), list, key, field, from: json, to: json }),
  z.strictObject({ do: z.literal('set-form'), field, from: json, to: json }),
  z.strictObject({ do: z.literal('add'), list, item, after: key.nullable() }),
  z.strictObject({ do: z.literal('remove'), list, item }),
  z.strictObject({ do: z.literal('move'), list, key, from: key.nullable(), to: key.nullable() }),
]);

const seen = z.number().int().min(0);

export const EditsBody = z.strictObject({
  edits: z.array(EditBody).min(1).max(6000),
  seen,
});

export const SeenBody = z.strictObject({ seen });

export const PublishBody = z.strictObject({
  seen,
  note: z.string().max(2000),
  carries: MoveBody.shape.carries.default([]),
});

export const NoteBody = z.strictObject({ note: z.string().max(2000) });

export const PreviewBody = z.strictObject({
  definition: z.looseObject({ key, kind: z.enum(['indicators', 'records', 'outline', 'short']) }),
  unitKind: z.string().max(100).optional(),
  planYear: z.number().int().min(1900).max(2200).optional(),
});

export const VersionQuery = z.object({ version: z.coerce.number().int().min(1).optional() });

export const DiffQuery = z.object({
  from: z.coerce.number().int().min(1),
  to: z.union([z.literal('draft'), z.coerce.number().int().min(1)]),
});
