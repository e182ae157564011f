import { typed } from '../api/typed';
import { useAnswer, useChange } from '../api/use-answer';

/** All forms, the newest version of each. */
export const useForms = () => useAnswer(['forms'], (signal) => typed.GET('/api/forms', { signal }));

/** The newest version of one form with the sources behind it. */
export const useForm = (key: string) =>
  useAnswer(['forms', key], (signal) => typed.GET('/api/forms/{key}', { params: { path: { key } }, signal }));

export const useVersions = (key: string) =>
  useAnswer(['forms', key, 'versions'], (signal) =>
    typed.GET('/api/forms/{key}/versions', { params: { path: { key } }, signal }),
  );

/** What differs between two versions, or between a version and the open draft. */
export const useDifferences = (key: string, from: number, to: number | 'draft') =>
  useAnswer(['forms', key, 'diff', from, to], (signal) =>
    typed.GET('/api/forms/{key}/diff', { params: { path: { key }, query: { from, to } }, signal }),
  );

/** Begins a draft, or finds the one that is open. */
export const useBeginDraft = (key: string) =>
  useChange<void>('forms', () => typed.POST('/api/forms/{key}/draft', { params: { path: { key } } }));

/** Retires a form or takes it into use again; the value is the reason. */
export const useRetirement = (key: string, act: 'retire' | 'revive') =>
  useChange<string>('forms', (note) =>
    typed.POST(`/api/forms/{key}/${act}`, { params: { path: { key } }, body: { note } }),
  );

export const workbookAddress = (key: string) => `/api/forms/${encodeURIComponent(key)}/workbook`;
