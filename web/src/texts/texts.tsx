import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { speak } from '../api/client';
import type { Locale } from '../api/types';
import { en } from './en';
import { vi, type Texts } from './vi';

const catalogs: Record<Locale, Texts> = { vi, en };
const REMEMBERED = 'nhip.language';

interface Language {
  locale: Locale;
  texts: Texts;
  /** What the reader chose on this device; it outranks what the server knows of the person. */
  choose: (locale: Locale) => void;
  /** The person's own language, unless the reader chose another one here. */
  suggest: (locale: Locale) => void;
}

const Language = createContext<Language | undefined>(undefined);

function remembered(): Locale | undefined {
  try {
    const locale = localStorage.getItem(REMEMBERED);
    return locale === 'vi' || locale === 'en' ? locale : undefined;
  } catch {
    return undefined;
  }
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(() => remembered() ?? 'vi');
  speak(locale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const choose = useCallback((chosen: Locale) => {
    try {
      localStorage.setItem(REMEMBERED, chosen);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    setLocale(chosen);
  }, []);
  const suggest = useCallback((own: Locale) => setLocale(remembered() ?? own), []);
  const value = useMemo(() => ({ locale, texts: catalogs[locale], choose, suggest }), [locale, choose, suggest]);
  return <Language.Provider value={value}>{children}</Language.Provider>;
}

export function useLanguage(): Language {
  const language = useContext(Language);
  if (!language) throw new Error('useLanguage stands outside LanguageProvider');
  return language;
}

export const useTexts = (): Texts => useLanguage().texts;

/**
 * The hook to what one area of the pages says, so that its texts load with it:
 * `export const useFormsTexts = areaTexts(vi, en)`.
 */
export const areaTexts =
  <T,>(areaVi: T, areaEn: NoInfer<T>) =>
  (): T =>
    useLanguage().locale === 'vi' ? areaVi : areaEn;

/** The word for `key`, or `otherwise` for a key that the server learned later than this page. */
export function word(words: Readonly<Record<string, string>>, key: string, otherwise = key): string {
  return Object.hasOwn(words, key) ? (words[key] ?? otherwise) : otherwise;
}
