import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { paths } from '../../api/schema';
import { typed } from '../../api/typed';
import { answered, useAnswer } from '../../api/use-answer';
import { AREA } from '../queries';

export type DryRun = paths['/api/followups/dry-run']['post']['responses'][200]['content']['application/json'];

export interface Wish {
  from: string;
  to: string;
  unit?: string;
  person?: string;
}

/** What will go out on these days as things stand; `units` with everything below them. Nothing is written. */
export const useDryRun = (wish: Wish | undefined) => {
  const { data, error, isFetching, refetch } = useQuery<DryRun>({
    queryKey: [AREA, 'dry-run', wish],
    enabled: wish !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { from, to, unit, person } = wish!;
      const body = { from, to, person, under: unit };
      return answered((await typed.POST('/api/followups/dry-run', { signal, body })).data);
    },
  });
  return { data, problem: error ?? undefined, busy: isFetching, reload: () => void refetch() };
};

/** The day it is for the people of the profile, which in training is not the reader's. */
export const useToday = () => useAnswer([AREA, 'rules'], (signal) => typed.GET('/api/calendar/rules', { signal }));

/** Where the whole list is downloaded. */
export const listAddress = ({ from, to, unit, person }: Wish): string =>
  `/api/followups/dry-run/list?${new URLSearchParams({
    from,
    to,
    ...(unit === undefined ? {} : { unit }),
    ...(person === undefined ? {} : { person }),
  })}`;
