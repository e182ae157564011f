import { call } from '../../api/client';
import type { paths } from '../../api/schema';
import { typed } from '../../api/typed';
import { answered, useAnswer, useChange } from '../../api/use-answer';
import { addDays } from '../../texts/days';
import { AREA, type NoticeDifference, post } from '../queries';

type Answer<P extends keyof paths, M extends 'get' | 'post'> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

export type Holidays = Answer<'/api/calendar/holidays', 'get'>;
export type Holiday = Holidays['days'][number];
export type Import = Holidays['imports'][number];
export type Read = Answer<'/api/calendar/holidays/preview', 'post'>;

/** The longest span of days that is planned at once. */
const LONGEST = 790;

export const useHolidays = () =>
  useAnswer([AREA, 'holidays'], (signal) => typed.GET('/api/calendar/holidays', { signal }));

/** A file goes as it is, whatever the browser takes it for. */
const bytes = (file: File) => new Blob([file], { type: 'application/octet-stream' });
const named = (file: File) => `name=${encodeURIComponent(file.name.slice(-200))}`;

export const readHolidays = (file: File, overHand = false) =>
  call<Read>(`/api/calendar/holidays/preview?${named(file)}&overHand=${overHand}`, {
    method: 'POST',
    body: bytes(file),
  });

export const useImportHolidays = () =>
  useChange<{ file: File; digest: string; overHand: boolean }, Read>(AREA, ({ file, digest, overHand }) =>
    call(`/api/calendar/holidays?${named(file)}&overHand=${overHand}&digest=${encodeURIComponent(digest)}`, {
      method: 'POST',
      body: bytes(file),
    }),
  );

/** What the days of a file make of the notices from today on; undefined where they all lie behind. */
export async function lookAtNotices({ edit }: Read, today: string): Promise<NoticeDifference | undefined> {
  const last = `${Math.max(...edit.years)}-12-31`;
  if (last < today) return undefined;
  const farthest = addDays(today, LONGEST);
  const { difference } = await post<{ difference: NoticeDifference }>('/api/followups/dry-run', {
    from: today,
    to: last < farthest ? last : farthest,
    edit: { kind: 'holidays', ...edit },
  });
  return difference;
}

export const useUndoImport = () =>
  useChange<string, { days: number; dueDays: number }>(AREA, async (id) =>
    answered(
      (
        await typed.POST('/api/calendar/holidays/imports/{id}/undo', {
          params: { path: { id } },
          body: { confirmed: true },
        })
      ).data,
    ),
  );
