import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../api/schema';
import { typed } from '../api/typed';
import { TEXTS } from '../wording/queries';
import { answered, useAnswer, useChange } from '../api/use-answer';
import type { Locale } from '../api/types';

type Answer<P extends keyof paths, M extends 'get' | 'put' | 'post'> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

export type SeenLadder = Answer<'/api/ladder', 'get'>;
export type LadderFile = SeenLadder['ladder'];
export type RungFile = LadderFile['rungs'][number];
export type Draft = NonNullable<SeenLadder['draft']>;
export type LadderFault = Draft['faults'][number];
export type LadderVersion = SeenLadder['versions'][number];
export type DryRun = Answer<'/api/followups/dry-run', 'post'>;
export type PlanLine = DryRun['lines'][number];

const AREA = 'ladder';

export const useLadder = () => useAnswer([AREA, 'seen'], (signal) => typed.GET('/api/ladder', { signal }));

export const useSaveDraft = () =>
  useChange<{ ladder: LadderFile; revision: number }, Draft>(AREA, async (body) =>
    answered((await typed.PUT('/api/ladder/draft', { body })).data),
  );
export const useDiscardDraft = () => useChange<void>(AREA, () => typed.DELETE('/api/ladder/draft'));
export const useApplyDraft = () =>
  useChange(AREA, async (body: { revision: number; note: string; replan: boolean }) =>
    answered((await typed.POST('/api/ladder/draft/apply', { body })).data),
  );
export const useRestore = (version: number) =>
  useChange(AREA, async (body: { note: string; replan: boolean }) =>
    answered(
      (await typed.POST('/api/ladder/versions/{version}/restore', { params: { path: { version } }, body })).data,
    ),
  );
export const useVersion = (version: number) =>
  useAnswer([AREA, 'version', version], (signal) =>
    typed.GET('/api/ladder/versions/{version}', { signal, params: { path: { version } } }),
  );

export interface PlanQuestion {
  from: string;
  to: string;
  units?: string[];
  ladder?: LadderFile;
}
/** The plan of some days after the ladder became `ladder`, and the difference to the one in force. Nothing is written. */
export const usePlan = (question: PlanQuestion | undefined) => {
  const { data, error, isFetching, refetch } = useQuery<DryRun>({
    queryKey: [AREA, 'plan', question],
    enabled: question !== undefined,
    queryFn: async ({ signal }) => {
      const { ladder, ...days } = question!;
      const edit = ladder && { kind: 'ladder' as const, ladder };
      return answered((await typed.POST('/api/followups/dry-run', { signal, body: { ...days, edit } })).data);
    },
  });
  return { data, problem: error ?? undefined, busy: isFetching, reload: () => void refetch() };
};

/** How a text reads for a unit. */
export const usePreview = (unit: string | undefined, locale: Locale, text: string) =>
  useQuery({
    queryKey: [TEXTS, 'preview', unit, locale, text],
    enabled: unit !== undefined && text.trim() !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      answered((await typed.POST('/api/ladder/preview', { signal, body: { unit: unit!, locale, text } })).data),
  });
