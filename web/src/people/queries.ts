import { call, callForFile } from '../api/client';
import type { paths } from '../api/schema';
import { typed } from '../api/typed';
import { answered, useAnswer, useChange } from '../api/use-answer';

type Answer<P extends keyof paths, M extends 'get' | 'post'> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

export type PeopleAnswer = Answer<'/api/people', 'get'>;
export type ListedPerson = PeopleAnswer['people'][number];
export type HeldRole = ListedPerson['roles'][number];
export type RoleKey = HeldRole['role'];
export type Invitation = Answer<'/api/people/{id}/invitation', 'post'>;
export type ListPreview = Answer<'/api/people/workbook/preview', 'post'>;
export type Delegation = Answer<'/api/delegations', 'get'>[number];

/** What the list is narrowed to; `page` counts from 1. */
export interface PeopleFilter {
  text: string;
  unit?: string;
  below: boolean;
  role?: RoleKey;
  linked?: 'true' | 'false';
  active: boolean;
  page: number;
}

const AREA = 'people';
const path = (id: string) => ({ params: { path: { id } } });

export const usePeople = ({ text, unit, below, role, linked, active, page }: PeopleFilter) =>
  useAnswer(
    [AREA, 'list', text.trim(), unit, below, role, linked, active, page],
    (signal) =>
      typed.GET('/api/people', {
        signal,
        params: {
          query: {
            ...{ text: text.trim() || undefined, unit, role, linked, page },
            below: below ? 'true' : 'false',
            active: active ? 'true' : 'false',
          },
        },
      }),
    { keep: true },
  );

export const useManagedUnits = () => useAnswer([AREA, 'units'], (signal) => typed.GET('/api/people/units', { signal }));

export const useLinkedByUnit = () =>
  useAnswer([AREA, 'linked'], (signal) => typed.GET('/api/people/linked', { signal }));

export const useDelegations = () =>
  useAnswer([AREA, 'delegations'], (signal) => typed.GET('/api/delegations', { signal }));

export interface Particulars {
  name: string;
  title: string;
  code: string;
  phone: string;
  email: string;
}

export const useAddPerson = () =>
  useChange<Particulars & { roles: { unit: string; role: RoleKey }[] }>(AREA, (body) =>
    typed.POST('/api/people', { body }),
  );
export const useChangePerson = (id: string) =>
  useChange<Particulars>(AREA, (body) => typed.PUT('/api/people/{id}', { ...path(id), body }));
export const useGiveRole = (id: string) =>
  useChange<{ unit: string; role: RoleKey; firstDay?: string; lastDay?: string }>(AREA, (body) =>
    typed.PUT('/api/people/{id}/roles', { ...path(id), body }),
  );
export const useEndRole = (id: string) =>
  useChange<{ unit: string; role: RoleKey }>(AREA, (body) =>
    typed.POST('/api/people/{id}/roles/end', { ...path(id), body }),
  );
export const useLeave = (id: string) => useChange<void>(AREA, () => typed.POST('/api/people/{id}/leave', path(id)));
export const useComeBack = (id: string) => useChange<void>(AREA, () => typed.POST('/api/people/{id}/return', path(id)));
export const useUnlink = () =>
  useChange<string>(AREA, (link) => typed.POST('/api/people/chats/{link}/end', { params: { path: { link } } }));
export const useInvite = (id: string) =>
  useChange<void, Invitation>(AREA, async () =>
    answered((await typed.POST('/api/people/{id}/invitation', path(id))).data),
  );
export const useSendInvitation = (id: string) =>
  useChange<void>(AREA, () => typed.POST('/api/people/{id}/invitation/send', path(id)));
export const useInviteUnit = () =>
  useChange(AREA, async (unit: string) =>
    answered((await typed.POST('/api/people/invitations', { body: { unit } })).data),
  );

export const useSetDelegation = () =>
  useChange<{
    person: string;
    deputy?: string;
    unit?: string;
    role?: Exclude<RoleKey, 'admin'>;
    firstDay: string;
    lastDay: string;
    decision: string;
  }>(AREA, (body) => typed.POST('/api/delegations', { body }));
export const useEndDelegation = () =>
  useChange<string>(AREA, (id) => typed.POST('/api/delegations/{id}/end', path(id)));

/** The list as a file; a file that is sent has a type of its own, which the schema does not describe. */
export const listAddress = (filled: boolean) => `/api/people/workbook?filled=${filled}`;
export const previewList = (file: File) =>
  call<ListPreview>('/api/people/workbook/preview', { method: 'POST', body: file });
export const markedList = (file: File) => callForFile('/api/people/workbook/marked', { method: 'POST', body: file });
export const useApplyList = () =>
  useChange<{ file: File; digest: string }>(AREA, ({ file, digest }) =>
    call(`/api/people/workbook?confirm=${encodeURIComponent(digest)}`, { method: 'POST', body: file }),
  );
