import type { paths } from '../api/schema';

/** What the server says of forms, in the words of its own description. Instants are ISO 8601. */
type Answer<P extends { get: { responses: { 200: { content: { 'application/json': unknown } } } } }> =
  P['get']['responses'][200]['content']['application/json'];

export type FormLine = Answer<paths['/api/forms']>['forms'][number];
export type FormView = Answer<paths['/api/forms/{key}']>;
export type VersionLine = Answer<paths['/api/forms/{key}/versions']>['versions'][number];
export type Said = Answer<paths['/api/forms/{key}/diff']>['differences'][number];
export type Source = FormView['sources'][number];
export type Oddity = FormView['oddities'][number];

export interface LocalText {
  vi: string;
  en?: string;
}

/** What these pages show of a row, column, section or question; the editor knows the rest. */
export interface Member {
  key: string;
  code?: string;
  label?: LocalText;
  title?: LocalText;
  help?: { meaning?: LocalText; method?: LocalText; legalBasis?: LocalText };
  guidance?: LocalText;
  provenance: string;
  note?: string;
}
