import { Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { Database, instant, rows } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { inLocale, type Locale } from '../shared/index.js';

/** One form as the list shows it. */
export interface FormLine {
  key: string;
  template: string;
  title: string;
  kind: string;
  /** Level of the units that owe it; none where several or nobody does. */
  level: string | null;
  /** Every level at which some unit owes it. */
  levels: string[];
  /** How many rows, columns, sections or questions it has. */
  rows: number;
  version: number;
  publishedAt: string;
  publishedBy: string | null;
  note: string;
  retiredAt: string | null;
  milestones: { id: string; title: string; round: string }[];
  openReports: number;
  draft: { revision: number; changes: number; by: string; at: string; checked: boolean } | null;
}

/** Every form with its version, where it is used and whether somebody works on it. */
@Injectable()
export class FormListService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly calendar: CalendarService,
  ) {}

  async list(locale: Locale): Promise<FormLine[]> {
    const [newest, retired, milestones, drafts, used] = await Promise.all([
      this.definitions.newest(),
      this.definitions.retired(),
      this.calendar.milestones(this.database.em),
      this.drafts(),
      this.used(),
    ]);
    const lines = [...newest].map(async ([key, version]): Promise<FormLine> => {
      const [{ definition }, history] = await Promise.all([
        this.definitions.get(key, version),
        this.definitions.history(key),
      ]);
      const record = history[0]!;
      const { levels = [], open = 0 } = used.get(key) ?? {};
      return {
        key,
        template: definition.template,
        title: inLocale(definition.title, locale),
        kind: definition.kind,
        level: levels.length === 1 ? levels[0]! : null,
        levels,
        rows: sizeOf(definition),
        version,
        publishedAt: record.publishedAt,
        publishedBy: record.publishedBy ?? null,
        note: record.note,
        retiredAt: retired.get(key) ?? null,
        milestones: milestones
          .filter((milestone) => milestone.forms.includes(key))
          .map(({ id, title, round }) => ({ id, title: inLocale(title, locale), round })),
        openReports: open,
        draft: drafts.get(key) ?? null,
      };
    });
    return (await Promise.all(lines)).sort(
      (a, b) => a.template.localeCompare(b.template) || a.key.localeCompare(b.key),
    );
  }

  private async drafts(): Promise<Map<string, NonNullable<FormLine['draft']>>> {
    const found = await rows<{
      form_key: string;
      revision: number;
      changes: number;
      name: string;
      updated_at: string;
      checked: boolean;
    }>(
      this.database.em,
      `select d.form_key, d.revision, p.name, d.updated_at, d.checked_revision is not distinct from d.revision as checked,
         (select count(*)::integer from form_draft_edit e where e.draft_id = d.id) as changes
       from form_draft d join person p on p.id = d.updated_by where d.ended_at is null`,
    );
    return new Map(
      found.map(({ form_key, revision, changes, name, updated_at, checked }) => [
        form_key,
        { revision, changes, by: name, at: instant(updated_at), checked },
      ]),
    );
  }

  /** By form: the levels of the units that owe it, and how many reports are under way. */
  private async used(): Promise<Map<string, { levels: string[]; open: number }>> {
    const found = await rows<{ key: string; levels: string[]; open: number }>(
      this.database.em,
      `select f.key, array_agg(distinct u.level) as levels,
         count(r.id) filter (where r.state in ('draft', 'returned') and o.settled_at is null)::integer as open
       from obligation o join unit u on u.code = o.unit_code left join report r on r.obligation_id = o.id
       cross join lateral jsonb_to_recordset(o.forms) as f (key text) group by f.key`,
    );
    return new Map(found.map(({ key, levels, open }) => [key, { levels, open }]));
  }
}

function sizeOf(definition: Awaited<ReturnType<DefinitionsService['get']>>['definition']): number {
  switch (definition.kind) {
    case 'indicators':
      return definition.rows.length;
    case 'records':
      return definition.columns.length;
    case 'outline':
      return definition.sections.length;
    case 'short':
      return definition.questions.length;
  }
}
