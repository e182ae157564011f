/** What the server says of forms, as these pages read it. Instants are ISO 8601. */

export interface FormLine {
  key: string;
  template: string;
  title: string;
  kind: string;
  /** Of the units that owe it; null where several or none do. */
  level: string | null;
  /** How many rows, columns, sections or questions it has. */
  rows: number;
  version: number;
  publishedAt: string;
  /** Null for what the profile brought. */
  publishedBy: string | null;
  note: string | null;
  retiredAt: string | null;
  milestones: { id: string; title: string; round: string | null }[];
  openReports: number;
  draft: { revision: number; changes: number; by: string; at: string; checked: boolean } | null;
}

export interface Source {
  tag: string;
  seen: string;
  /** One address or several, with words between them. */
  address: string;
}

export interface Oddity {
  id: string;
  title?: string | null;
  quote?: string | null;
  remark?: string | null;
}

export interface LocalText {
  vi: string;
  en?: string;
}

/** The members of a definition that these pages show; the editor knows the rest. */
export interface Member {
  key: string;
  code?: string;
  label?: LocalText;
  title?: LocalText;
  group?: string;
  help?: { meaning?: LocalText; method?: LocalText; legalBasis?: LocalText };
  guidance?: LocalText;
  provenance: string;
  note?: string;
  hidden?: boolean;
}

export interface Definition {
  kind: string;
  template: string;
  title: LocalText;
  provenance: string;
  groups?: { key: string; title: LocalText }[];
  rows?: Member[];
  columns?: Member[];
  sections?: Member[];
  questions?: Member[];
}

export interface FormView {
  key: string;
  version: number;
  definition: Definition;
  newest: number;
  publishedAt: string;
  publishedBy: string | null;
  note: string | null;
  retiredAt: string | null;
  sources: Source[];
  oddities: Oddity[];
}

export interface VersionLine {
  version: number;
  publishedAt: string;
  publishedBy: string | null;
  /** Who checked and published what others had edited, where the profile asks for two. */
  secondPerson: string | null;
  note: string | null;
  base: number | null;
  reports: number;
}

export interface Said {
  text: string;
  effect?: 'harmless' | 'mapping' | 'next-round';
  list?: string;
  key?: string;
  field?: string;
}
