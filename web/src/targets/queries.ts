import { call, query } from '../api/client';
import { useAnswer, useChange } from '../api/use-answer';

/** How far a unit is in a plan year. */
export interface Standing {
  unit: string;
  name: string;
  assigned: number;
  resolved: number;
  asked: number;
  mayAssign: boolean;
  mayResolve: boolean;
}

export interface Overview {
  planYears: number[];
  planYear?: number;
  units: Standing[];
}

/** A figure that stands, a decimal string, and the decision that set it. */
export interface Target {
  code: string;
  value: string;
  decision: string;
  decidedOn: string;
}

export interface UnitTargets {
  rows: { code: string; label: string; unit: string }[];
  assigned: Target[];
  resolved: Target[];
  missing: { code: string }[];
  rebaselines: { code: string; answer: string | null; reason: string }[];
  /** What departments were asked to agree before the council. */
  agreed: { by: string; dueOn: string; agreed: boolean }[];
  /** The unit in whose name the reader may assign. */
  assignedFrom?: string;
  mayResolve: boolean;
}

const AREA = 'targets';
export const useOverview = (planYear?: number) =>
  useAnswer(
    [AREA, 'overview', planYear],
    async (signal) => ({
      data: await call<Overview>(`/api/targets/overview${planYear === undefined ? '' : `?${query({ planYear })}`}`, {
        signal,
      }),
    }),
    { keep: true },
  );
export const useUnitTargets = (unit: string, planYear: number) =>
  useAnswer([AREA, 'unit', unit, planYear], async (signal) => ({
    data: await call<UnitTargets>(`/api/targets?${query({ unit, planYear })}`, { signal }),
  }));

export interface Decision {
  planYear: number;
  unit: string;
  /** Set where a superior assigns; else the unit's council resolved. */
  setBy?: string;
  decision: string;
  decidedOn: string;
  targets: { code: string; value: string }[];
}

export const useDecide = () =>
  useChange(AREA, ({ unit, setBy, targets, ...given }: Decision) =>
    setBy === undefined
      ? call<{ asked: number }>('/api/targets/resolved', { method: 'POST', body: { ...given, unit, targets } })
      : call<{ asked: number }>('/api/targets/assigned', {
          method: 'POST',
          body: { ...given, setBy, targets: targets.map((one) => ({ ...one, unit })) },
        }),
  );
