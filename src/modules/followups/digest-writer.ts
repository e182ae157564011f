import { Inject, Injectable } from '@nestjs/common';
import { CalendarService, type Obligation } from '../calendar/index.js';
import type { Em } from '../database/index.js';
import { OverviewService, type OwedItem } from '../reports/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { MESSAGES, plainDate, type Locale, type Messages } from '../shared/index.js';
import type { Person } from '../units/index.js';
import type { PlannedNotice } from './ladder.js';

export interface NoticeLine {
  obligation: Obligation;
  template: string;
  sort: PlannedNotice['sort'];
}

/** Beyond this many lines a message on a phone is no longer read. */
const MOST_LINES = 12;

/** Writes the one message of a person's morning: everything that concerns them, most urgent first. */
@Injectable()
export class DigestWriter {
  constructor(
    private readonly overview: OverviewService,
    private readonly calendar: CalendarService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The text of one person's morning. */
  async write(person: Person, lines: readonly NoticeLine[], today: string, em?: Em): Promise<string> {
    return (await this.writeAll([{ person, lines }], today, em))[0]!;
  }

  /** The texts of many people's mornings, in their order: what is asked of the database is asked once for all of them. */
  async writeAll(
    letters: readonly { person: Person; lines: readonly NoticeLine[] }[],
    today: string,
    em?: Em,
  ): Promise<string[]> {
    const items = new Map<Locale, ReadonlyMap<string, OwedItem>>();
    for (const [locale, spoken] of Map.groupBy(letters, (letter) => letter.person.locale)) {
      const about = spoken.flatMap((letter) => letter.lines.map((line) => line.obligation));
      const distinct = [...new Map(about.map((obligation) => [obligation.id, obligation])).values()];
      const described = await this.overview.describe(distinct, today, locale, em);
      items.set(locale, new Map(described.map((item) => [item.id, item])));
    }
    return letters.map(({ person, lines }) => this.compose(person, lines, today, items.get(person.locale)!));
  }

  private compose(
    person: Person,
    lines: readonly NoticeLine[],
    today: string,
    byId: ReadonlyMap<string, OwedItem>,
  ): string {
    const locale = person.locale;
    const t = (key: string, params = {}) => this.messages.t(locale, key, params);
    const distinct = [
      ...new Map(lines.map((line) => [`${line.obligation.id} ${line.sort === 'escalation'}`, line])).values(),
    ];
    const ordered = [...distinct].sort((a, b) => URGENCY[a.sort] - URGENCY[b.sort]);
    const texts = this.grouped(ordered, byId, locale, today);
    const more = texts.length - MOST_LINES;
    const shown = more > 0 ? [...texts.slice(0, MOST_LINES), t('notice.more', { count: more })] : texts;
    const watches = ordered.some((line) => line.sort === 'escalation');
    const owes = ordered.some((line) => line.sort !== 'escalation');
    const link = this.settings.publicUrl ? `: ${this.settings.publicUrl}` : '';
    return [
      t('notice.head', { name: person.name }),
      shown.join('\n'),
      owes ? t('notice.foot-owe') : undefined,
      watches ? t('notice.foot-watch', { link }) : undefined,
    ]
      .filter(Boolean)
      .join('\n\n');
  }

  /** Many late units of one milestone become one line that names them. */
  private grouped(
    lines: readonly NoticeLine[],
    items: ReadonlyMap<string, OwedItem>,
    locale: Locale,
    today: string,
  ): string[] {
    const groups = Map.groupBy(lines, (line) =>
      line.sort === 'escalation' ? line.obligation.milestone : line.obligation.id,
    );
    return [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      if (group.length <= 3) return group.map((line) => this.line(line, items.get(line.obligation.id), locale, today));
      const names = group.map((line) => items.get(line.obligation.id)?.unitName ?? line.obligation.unit);
      const units = names.length > 6 ? [...names.slice(0, 6), '…'] : names;
      return this.messages.t(locale, 'notice.group-late', {
        title: items.get(first.obligation.id)?.title ?? first.obligation.milestone,
        count: group.length,
        units: units.join(', '),
      });
    });
  }

  private line(line: NoticeLine, item: OwedItem | undefined, locale: Locale, today: string): string {
    if (!item) return '';
    const t = (key: string, params = {}) => this.messages.t(locale, key, params);
    const progress = item.progress && item.progress.answered > 0 ? t('notice.progress', item.progress) : '';
    const said = item.status ? t('notice.said', { status: t(`bot.state.${item.status.state}`) }) : '';
    return t(line.template, {
      title: item.title,
      unit: item.unitName,
      lastDay: plainDate.vi(item.lastDay),
      daysLeft: Math.max(0, item.daysLeft),
      daysLate: Math.max(0, plainDate.daysBetween(item.lastDay, today)),
      progress: `${progress}${said}`,
    });
  }
}

const URGENCY: Record<PlannedNotice['sort'], number> = {
  escalation: 0,
  'last-day': 1,
  overdue: 2,
  reminder: 3,
  opening: 4,
};
