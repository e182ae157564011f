import { Inject, Injectable } from '@nestjs/common';
import type { Obligation } from '../calendar/index.js';
import type { Em } from '../database/index.js';
import { type Question, QuestionsService } from '../questions/index.js';
import { OverviewService, type OwedItem } from '../reports/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { fillIn, MESSAGES, type Params, plainDate, type Locale, type Messages } from '../shared/index.js';
import { type Person, UnitsService, type UnitTree } from '../units/index.js';
import { type Evidence, EvidenceService } from './evidence.service.js';
import type { PlannedNotice } from './ladder.js';
import { type AskedTargets, AskedTargetsService } from './asked-targets.service.js';
import { type OpenForm, OpenForms } from './open-forms.js';

/** What one person is told in one message. */
export interface Letter {
  person: Person;
  lines: readonly NoticeLine[];
  /** Numbers of open difficulties. */
  difficulties?: readonly number[];
  /** Batches of open questions about targets. */
  rebaselines?: readonly string[];
}

export interface NoticeLine {
  obligation: Obligation;
  template: string;
  sort: PlannedNotice['sort'];
  /** When it was planned: it is worded as it was then. Absent: as now. */
  plannedAt?: Date;
}

/** Units that one line names. */
const MOST_UNITS = 6;
/** Beyond this many lines a message on a phone is no longer read. */
const MOST_LINES = 12;
/** More of a difficulty is read where it is answered. */
const LONGEST_DIFFICULTY = 160;

/** Writes the one message of a person's morning: everything that concerns them, most urgent first. */
@Injectable()
export class DigestWriter {
  constructor(
    private readonly overview: OverviewService,
    private readonly evidence: EvidenceService,
    private readonly openForms: OpenForms,
    private readonly questions: QuestionsService,
    private readonly targets: AskedTargetsService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The text of one person's morning. */
  async write(person: Person, lines: readonly NoticeLine[], today: string, em?: Em): Promise<string> {
    return (await this.writeAll([{ person, lines }], today, em))[0]!;
  }

  /** The texts of many people's mornings, in their order: what is asked of the database is asked once for all of them. */
  async writeAll(letters: readonly Letter[], today: string, em?: Em): Promise<string[]> {
    const known = new Map<Locale, Known>();
    const tree = await this.units.tree();
    for (const [locale, spoken] of Map.groupBy(letters, (letter) => letter.person.locale)) {
      const lines = spoken.flatMap((letter) => letter.lines);
      const distinct = [...new Map(lines.map(({ obligation }) => [obligation.id, obligation])).values()];
      const climbing = new Set(lines.filter(climbs).map(({ obligation }) => obligation.id));
      const described = await this.overview.describe(distinct, today, locale, em);
      const evidence = await this.evidence.of([...climbing], locale, em);
      known.set(locale, { locale, today, tree, items: new Map(described.map((item) => [item.id, item])), evidence });
    }
    const open = await this.openForms.of(
      letters.map(({ person }) => person.id),
      em,
    );
    const numbers = letters.flatMap(({ difficulties = [] }) => difficulties);
    const difficulties = await this.questions.byNumbers(numbers, em);
    const asked = await this.targets.byBatch(
      letters.flatMap(({ rebaselines = [] }) => rebaselines),
      em,
    );
    return letters.map(({ person, lines, difficulties: own = [], rebaselines = [] }) => {
      const difficult = own.flatMap((number) => difficulties.get(number) ?? []);
      const targets = rebaselines.flatMap((batch) => asked.get(batch) ?? []);
      return this.compose(person, lines, { difficult, targets }, known.get(person.locale)!, open.get(person.id));
    });
  }

  /** Somebody in the middle of a form is told how much of it is left, and not called away from it. */
  private compose(
    person: Person,
    lines: readonly NoticeLine[],
    { difficult: difficulties, targets }: { difficult: readonly Question[]; targets: readonly AskedTargets[] },
    known: Known,
    open?: OpenForm,
  ): string {
    const { locale } = known;
    const t = (key: string, params = {}) => this.messages.t(locale, key, params);
    const distinct = [...new Map(lines.map((line) => [`${line.obligation.id} ${climbs(line)}`, line])).values()];
    const ordered = [...distinct].sort((a, b) => URGENCY[a.sort] - URGENCY[b.sort]);
    const texts = this.grouped(ordered, known);
    const more = texts.length - MOST_LINES;
    const shown = more > 0 ? [...texts.slice(0, MOST_LINES), t('notice.more', { count: more })] : texts;
    const watches = ordered.some(climbs);
    const owes = ordered.some((line) => !climbs(line));
    const waiting = difficulties.slice(0, MOST_LINES).map((one) => this.difficulty(one, known));
    if (difficulties.length > MOST_LINES) waiting.push(t('notice.more', { count: difficulties.length - MOST_LINES }));
    const link = this.settings.publicUrl ? `: ${this.settings.publicUrl}` : '';
    return [
      t('notice.head', { name: person.name }),
      shown.join('\n'),
      waiting.length > 0 && [t('notice.difficulties'), ...waiting, t('notice.foot-difficulties')].join('\n'),
      targets.length > 0 &&
        [
          t('notice.rebaselines'),
          ...targets.map(({ unit, askedOn, ...one }) =>
            t('notice.rebaseline', { ...one, unit: known.tree.name(unit), askedOn: plainDate.vi(askedOn) }),
          ),
          t('notice.foot-rebaselines'),
        ].join('\n'),
      open ? t('notice.inside', { ...open }) : owes ? t('notice.foot-owe') : undefined,
      watches ? t('notice.foot-watch', { link }) : undefined,
    ]
      .filter(Boolean)
      .join('\n\n');
  }

  /** Many late units of one milestone become one line that names them. */
  private grouped(lines: readonly NoticeLine[], known: Known): string[] {
    const { items, locale } = known;
    const groups = Map.groupBy(lines, (line) =>
      climbs(line) ? `${line.sort} ${line.obligation.milestone}` : line.obligation.id,
    );
    return [...groups.values()].flatMap((group) => {
      const first = group[0];
      if (!first) return [];
      if (group.length <= 3) return group.map((line) => this.line(line, known));
      const units = group.slice(0, MOST_UNITS).map((line) => {
        const name = items.get(line.obligation.id)?.unitName ?? line.obligation.unit;
        return `${name}${line.sort === 'escalation' ? this.shortProof(known.evidence.get(line.obligation.id) ?? [], locale) : ''}`;
      });
      if (group.length > units.length) {
        units.push(this.messages.t(locale, 'notice.more-units', { count: group.length - units.length }));
      }
      return this.messages.t(locale, first.sort === 'no-contact' ? 'notice.group-no-contact' : 'notice.group-late', {
        title: items.get(first.obligation.id)?.title ?? first.obligation.milestone,
        count: group.length,
        units: units.join('; '),
      });
    });
  }

  /** One open difficulty: who raised it, when, and whether anything was answered. */
  private difficulty({ number, unit, text, askedOn, answers }: Question, { locale, today, tree }: Known): string {
    return this.messages.t(locale, answers.length > 0 ? 'notice.difficulty-answered' : 'notice.difficulty', {
      number,
      unit: tree.name(unit),
      text: text.length > LONGEST_DIFFICULTY ? `${text.slice(0, LONGEST_DIFFICULTY)}…` : text,
      askedOn: plainDate.vi(askedOn),
      days: Math.max(0, plainDate.daysBetween(askedOn, today)),
    });
  }

  private line(line: NoticeLine, known: Known): string {
    const { locale } = known;
    const item = known.items.get(line.obligation.id);
    if (!item) return '';
    const proof = line.sort === 'escalation' ? this.proof(known.evidence.get(item.id) ?? [], locale) : '';
    const text = this.messages.t(locale, line.template, this.paramsOf(item, known), line.plannedAt);
    return `${text}${proof}`;
  }

  /** What a line may have filled in. */
  private paramsOf(item: OwedItem, { locale, today }: Known): Params {
    const t = (key: string, params = {}) => this.messages.t(locale, key, params);
    const progress = item.progress && item.progress.answered > 0 ? t('notice.progress', item.progress) : '';
    const said = item.status ? t('notice.said', { status: item.status.stateLabel }) : '';
    return {
      title: item.title,
      unit: item.unitName,
      lastDay: plainDate.vi(item.lastDay),
      daysLeft: Math.max(0, item.daysLeft),
      daysLate: Math.max(0, plainDate.daysBetween(item.lastDay, today)),
      progress: `${progress}${said}`,
    };
  }

  /** The line that `text` gives for an obligation, as it stands on `today`. */
  async preview(obligation: Obligation, text: string, today: string, locale: Locale): Promise<string> {
    const [item] = await this.overview.describe([obligation], today, locale);
    const known = { locale, today, tree: await this.units.tree(), items: new Map(), evidence: new Map() };
    return item ? fillIn(text, this.paramsOf(item, known)) : '';
  }

  /** The same in a few words, where a line names many units. */
  private shortProof(evidence: readonly Evidence[], locale: Locale): string {
    const delivered = evidence.filter(({ state, reminds }) => reminds && state === 'sent');
    const last = delivered.at(-1);
    if (!last) return '';
    return this.messages.t(locale, 'notice.proof-short', { count: delivered.length, last: plainDate.vi(last.on) });
  }

  /** How often and when last the unit was told, where, and whether it read that: what an escalation rests on. */
  private proof(evidence: readonly Evidence[], locale: Locale): string {
    const delivered = evidence.filter(({ state, reminds }) => reminds && state === 'sent');
    const last = delivered.at(-1);
    if (!last) return '';
    const t = (key: string, params = {}) => this.messages.t(locale, key, params);
    const channel =
      last.channel && this.messages.has(locale, `channel.${last.channel}`)
        ? t(`channel.${last.channel}`)
        : last.channel;
    return t('notice.proof', {
      count: delivered.length,
      last: plainDate.vi(last.on),
      channel: channel ?? '',
      read: t(last.read ? 'notice.proof-read' : 'notice.proof-unread'),
    });
  }
}

/** What is known of everything that letters in one language are about. */
interface Known {
  locale: Locale;
  today: string;
  tree: UnitTree;
  items: ReadonlyMap<string, OwedItem>;
  evidence: ReadonlyMap<string, Evidence[]>;
}

/** Whether a line tells of another unit's lateness. */
const climbs = ({ sort }: { sort: PlannedNotice['sort'] }): boolean => sort === 'escalation' || sort === 'no-contact';

const URGENCY: Record<PlannedNotice['sort'], number> = {
  escalation: 0,
  'no-contact': 1,
  'last-day': 2,
  overdue: 3,
  reminder: 4,
  opening: 5,
};
