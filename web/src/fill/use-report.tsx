import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSession } from '../session/session';
import { useLanguage } from '../texts/texts';
import { fillYears, formatEn, formatVi, type LocalText } from './engine';
import { KeptAnswers } from './kept-answers';
import { type Place, idOf } from './places';
import { owesForms } from './owed-forms';
import { type Report, reports } from './report';
import { ReportStore, type ReportState, type Saved } from './report-store';
import type { RowView } from './row-views';
import type { Around } from './typed-answer';

interface Fill {
  store: ReportStore;
  /** What typed answers are read with, and the sentences of the form engine in the reader's language. */
  around: Around;
  /** Whether the person may answer and the report, or this form of it, is still open. */
  open: boolean;
}

const Context = createContext<Fill | undefined>(undefined);

/** The report that the page is about, and the sentences of the form engine in the reader's language. */
export function FillProvider(given: { report: Report; words: Record<string, string>; children: ReactNode }) {
  const { report, words, children } = given;
  const { locale } = useLanguage();
  const person = useSession().data?.person.id ?? '';
  const [store] = useState(() => new ReportStore(report, reports, new KeptAnswers(report.obligation, person)));
  useEffect(() => {
    const again = () => store.sendSoon(0);
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      store.stop();
    };
  }, [store]);
  const open = useSyncExternalStore(store.subscribe, () => closedBecause(store.state.report) === undefined);
  const value = useMemo<Fill>(() => {
    const say = (key: string, params: Record<string, string> = {}) =>
      (words[key] ?? key).replace(/\{([\w-]+)\}/g, (whole, name: string) => params[name] ?? whole);
    return { store, open, around: { say, locale, today: report.today } };
  }, [store, locale, open, words, report.today]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** One form of the page: once the report is submitted only what it still owes is open. */
export function OneForm({ form, children }: { form: string; children: ReactNode }) {
  const fill = useFill();
  const { report } = useReport();
  const open = fill.open && (!owesForms(report) || (report.owedForms ?? []).includes(form));
  const value = useMemo(() => ({ ...fill, open }), [fill, open]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** Why nobody may answer on this page; undefined where one may. */
export function closedBecause(report: Report) {
  const { state, about, mayAnswer } = report;
  if (owesForms(report)) return mayAnswer && !about?.closed ? undefined : 'submitted';
  if (state === 'submitted' || state === 'accepted') return 'submitted';
  if (about?.signedDocument) return 'document';
  if (about?.state === 'not-open') return 'not-open';
  if (about && ['submitted', 'document-recorded', 'waived'].includes(about.state)) return 'settled';
  return mayAnswer ? undefined : 'not-mine';
}

export function useFill(): Fill {
  const fill = useContext(Context);
  if (!fill) throw new Error('useFill stands outside FillProvider');
  return fill;
}

export function useReport(): ReportState {
  const { store } = useFill();
  return useSyncExternalStore(store.subscribe, () => store.state);
}

/** What one row shows; whoever draws it is drawn again only when something of it changes. */
export function useRow(form: string, row: string): RowView {
  const { store } = useFill();
  return useSyncExternalStore(store.subscribe, () => store.rowView(form, row));
}

/** What became of the answer at a place. */
export function useSaved(place: Place): Saved {
  const { store } = useFill();
  return useSyncExternalStore(store.subscribe, () => store.saved(place));
}

/** How the reader writes numbers and names. */
export function useWriting() {
  const { around, store } = useFill();
  const { reportYear } = store.state.report;
  const { locale } = around;
  return useMemo(
    () => ({
      number: (value: string, decimals?: number) =>
        locale === 'en' ? formatEn(value, decimals) : formatVi(value, decimals),
      text: (text: LocalText) => fillYears((locale === 'en' && text.en) || text.vi, reportYear),
    }),
    [locale, reportYear],
  );
}

export type Writing = ReturnType<typeof useWriting>;

/** The id of the field in which a place is answered, for links that lead to it. */
export const fieldOfPlace = (form: string, place: Place): string => `${form} ${idOf(place)}`.replaceAll(' ', '_');
