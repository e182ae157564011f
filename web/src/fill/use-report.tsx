import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSession } from '../session/session';
import type { Locale } from '../api/types';
import { useLanguage } from '../texts/texts';
import { fillYears, formatEn, formatVi, type LocalText } from './engine';
import { KeptAnswers } from './kept-answers';
import { type Report, reports } from './report';
import { ReportStore, type ReportState } from './report-store';
import type { RowView } from './row-views';
import type { Sentence } from './typed-answer';

interface Fill {
  store: ReportStore;
  say: Sentence;
  locale: Locale;
  /** Whether the person may answer and the report is still open. */
  open: boolean;
}

const Context = createContext<Fill | undefined>(undefined);

/** The report that the page is about, and the sentences of the form engine in the reader's language. */
export function FillProvider(given: { report: Report; words: Record<string, string>; children: ReactNode }) {
  const { report, words, children } = given;
  const session = useSession().data;
  const { locale } = useLanguage();
  const person = session?.person.id ?? '';
  const [store] = useState(() => new ReportStore(report, reports, new KeptAnswers(report.obligation, person)));
  useEffect(() => () => store.stop(), [store]);
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  const { state: life, mayAnswer } = state.report;
  const open = mayAnswer && (life === 'draft' || life === 'returned');
  const value = useMemo<Fill>(
    () => ({ store, locale, open, say: (key, params) => filled(words[key] ?? key, params) }),
    [store, locale, open, words],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
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

/** How the reader writes numbers and names. */
export function useWriting() {
  const { locale, store } = useFill();
  const { reportYear } = store.state.report;
  return useMemo(
    () => ({
      number: (value: string) => (locale === 'en' ? formatEn(value) : formatVi(value)),
      text: (text: LocalText) => fillYears((locale === 'en' && text.en) || text.vi, reportYear),
    }),
    [locale, reportYear],
  );
}

function filled(text: string, params: Record<string, string> = {}): string {
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => params[name] ?? whole);
}
