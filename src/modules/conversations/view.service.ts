import { Injectable } from '@nestjs/common';
import type { ShortForm } from '../../forms/index.js';
import { CalendarService, ExtensionsService, type Obligation, ObligationsService } from '../calendar/index.js';
import type { Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { EnrolmentService, type Key, type Recognised } from '../people/index.js';
import { type Question, QuestionsService } from '../questions/index.js';
import { OverviewService, recipientsOf, ReportsService, titleOf } from '../reports/index.js';
import { type Locale, plainDate } from '../shared/index.js';
import { ContactsService, type Person, PeopleService, UnitsService } from '../units/index.js';
import type { AnnexesView, Dialog, DifficultyView, OwedView, SubmittedView, TurnView, WishView } from './dialog.js';
import { FormViewService } from './form-view.service.js';
import type { Incoming } from './incoming.js';
import { GroupViewService } from './group-view.service.js';
import { LateViewService } from './late-view.service.js';
import { ReceivedFilesService } from './received-files.service.js';
import { type Wanted, wantedBy } from './wanted.js';

/** Key of the short form that words the questions of a status report. */
const STATUS_FORM = 'status';

/** Submitted reports are offered for correction, or for the word whom to ask, for so long after their due day. */
const LOOK_BACK_DAYS = 120;
const MOST_SUBMITTED = 12;
const MOST_WISHES = 20;
const MOST_DIFFICULTIES = 12;

/** Collects what a turn may know, so that the turn itself asks nobody. */
@Injectable()
export class ViewService {
  constructor(
    private readonly enrolments: EnrolmentService,
    private readonly contacts: ContactsService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly forms: FormViewService,
    private readonly late: LateViewService,
    private readonly groups: GroupViewService,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly reports: ReportsService,
    private readonly overview: OverviewService,
    private readonly definitions: DefinitionsService,
    private readonly extensions: ExtensionsService,
    private readonly files: ReceivedFilesService,
    private readonly questions: QuestionsService,
  ) {}

  /** The view for one turn; `personId` is whom the chat belongs to, if anybody. */
  async load(em: Em, incoming: Incoming, dialog: Dialog, personId: string | undefined, now: Date): Promise<TurnView> {
    const tree = await this.units.tree();
    const { code, found } = await this.recognised(em, incoming, dialog, personId !== undefined);
    const enrolled = typeof found === 'object' ? found : undefined;
    const person = personId === undefined ? undefined : await this.people.find(personId, em);
    const today = await this.calendar.today(em);
    // Somebody about to link is shown what will be theirs in the same breath.
    const about = enrolled && dialog.place.at === 'confirm-link' ? enrolled.person : person;
    const locale = person?.locale ?? 'vi';
    const wants = wantedBy(dialog, incoming);
    const naming = (one: Person) => ({
      name: one.name,
      title: one.title,
      units: [...new Set(one.roles.map((held) => tree.name(held.unit)))],
    });
    return {
      now: now.toISOString(),
      today,
      locale,
      person: person && { id: person.id, ...naming(person) },
      enrolment: enrolled && { code: code!, person: enrolled.person.id, ...naming(enrolled.person) },
      ...(found === 'stopped' ? { stopped: true } : {}),
      ...(person === undefined && (await this.contacts.isOfSomebodyGone(incoming.channel, incoming.address, em))
        ? { gone: true }
        : {}),
      ...(about ? await this.owedBy(em, about, dialog, today, locale, wants) : { owed: [] }),
      ...(person ? { units: answeredBy(person).map((code) => ({ code, name: tree.name(code) })) } : {}),
      ...(incoming.chat === 'group' ? { group: await this.groups.of(em, incoming) } : {}),
      ...(person && wants.groups ? { groupUnits: await this.groups.unitsOf(person) } : {}),
      ...(person && wants.late ? { late: await this.late.of(em, person) } : {}),
      ...(person && wants.difficulties ? { difficulties: await this.difficulties(em, person) } : {}),
      ...(person && wants.wishes ? { wishes: await this.wishes(em, person) } : {}),
      statusForm: person && (await this.statusForm(em)),
      ...(incoming.content.type === 'file' ? { file: await this.files.reading(em, incoming) } : {}),
      buttons: true,
    };
  }

  private async statusForm(em: Em): Promise<ShortForm | undefined> {
    const found = await this.definitions.newestIfAny(STATUS_FORM, em);
    return found?.definition.kind === 'short' ? found.definition : undefined;
  }

  /** Whose code was just sent, or waits for its yes. */
  private async recognised(
    em: Em,
    incoming: Incoming,
    dialog: Dialog,
    isLinked: boolean,
  ): Promise<{ code?: string; found?: Recognised }> {
    const chat = { channel: incoming.channel, address: incoming.address };
    const typed = codeIn(incoming, isLinked);
    if (typed) return { code: typed, found: await this.enrolments.recognise(em, chat, keyIn(typed)) };
    if (dialog.place.at !== 'confirm-link') return {};
    const { code } = dialog.place;
    return { code, found: await this.enrolments.recognise(em, chat, keyIn(code), 'again') };
  }

  private async owedBy(
    em: Em,
    person: Person,
    dialog: Dialog,
    today: string,
    locale: Locale,
    wants: Wanted,
  ): Promise<Pick<TurnView, 'owed' | 'severalUnits' | 'submitted' | 'annexes'>> {
    const answering = person.roles.filter((held) => held.role === 'official' || held.role === 'head');
    const units = [...new Set(answering.map((held) => held.unit))];
    if (units.length === 0) return { owed: [] };
    const opened = await this.obligations.opened(units, today, em);
    // Whoever stands in for somebody and holds no role of their own there answers in that person's stead.
    const actingFor = new Map(
      units.map((unit) => {
        const held = answering.filter((role) => role.unit === unit);
        return [unit, held.every((role) => role.actingFor) ? held[0]?.actingFor?.name : undefined] as const;
      }),
    );
    const describe = await this.describer(em, { actingFor, dialog, person: person.id, today, locale, wants });
    const owed = await Promise.all(opened.filter((one) => !one.settled && !one.closedAt).map(describe));
    const several = { severalUnits: units.length > 1 };
    if (wants.annexes) return { owed, ...several, annexes: await this.annexes(em, opened, today, locale) };
    if (!wants.submitted) return { owed, ...several };
    const settled = opened
      .filter((one) => one.settled?.as === 'submitted' && one.dueOn >= plainDate.add(today, -LOOK_BACK_DAYS))
      .slice(-MOST_SUBMITTED);
    const submitted = await Promise.all(
      settled.map(async (obligation): Promise<SubmittedView> => {
        const isAccepted = (await this.reports.find(obligation.id, em))?.state === 'accepted';
        const view = await describe(obligation);
        const isClosed = isAccepted || today >= obligation.dueOn || obligation.closedAt !== undefined;
        return isClosed ? { ...view, closed: { to: recipientsOf(obligation) } } : view;
      }),
    );
    return { owed, ...several, submitted };
  }

  /** Of what is submitted, that of which forms beside the headline are not whole. */
  private async annexes(em: Em, opened: readonly Obligation[], today: string, locale: Locale): Promise<AnnexesView[]> {
    const submitted = opened.filter((one) => one.settled?.as === 'submitted' && !one.closedAt);
    const items = await this.overview.describe(submitted, today, locale, em);
    return items.flatMap(({ id, title, unitName, owedForms }) =>
      owedForms.length === 0 ? [] : [{ obligation: id, title, unitName, forms: owedForms.map((form) => form.title) }],
    );
  }

  /** How an obligation is shown to `person`. */
  private async describer(
    em: Em,
    {
      actingFor,
      dialog,
      person,
      today,
      locale,
      wants,
    }: {
      actingFor: ReadonlyMap<string, string | undefined>;
      dialog: Dialog;
      person: string;
      today: string;
      locale: Locale;
      wants: Wanted;
    },
  ) {
    const [tree, milestones] = await Promise.all([this.units.tree(), this.calendar.milestones(em)]);
    return async (obligation: Obligation): Promise<OwedView> => {
      const lastDay = plainDate.add(obligation.dueOn, -1);
      const milestone = milestones.find((one) => one.id === obligation.milestone);
      return {
        id: obligation.id,
        title: titleOf(milestone, obligation, locale),
        unit: obligation.unit,
        unitName: tree.name(obligation.unit),
        actingFor: actingFor.get(obligation.unit),
        lastDay,
        dueOn: obligation.dueOn,
        daysLeft: plainDate.daysBetween(today, lastDay),
        settled: Boolean(obligation.settled),
        signedDocument: obligation.signedDocument,
        planYear: obligation.planYear,
        form: await this.forms.headline(em, obligation, dialog, person, locale),
        ...(wants.forms ? { forms: await this.forms.all(em, obligation, locale) } : {}),
      };
    };
  }

  /** Open difficulties that the person raised, and that wait for the person. */
  private async difficulties(em: Em, person: Person): Promise<NonNullable<TurnView['difficulties']>> {
    const [asked, waiting, tree] = await Promise.all([
      this.questions.askedBy(person.id, em),
      this.questions.waitingFor(person, em),
      this.units.tree(),
    ]);
    const shown = (all: readonly Question[]) =>
      all
        .filter(({ kind, closedAt }) => kind === 'difficulty' && closedAt === undefined)
        .slice(0, MOST_DIFFICULTIES)
        .map(({ number, unit, askedOn, text, answers }): DifficultyView => {
          return { number, unitName: tree.name(unit), askedOn, text, answers: answers.length };
        });
    return { mine: shown(asked), waiting: shown(waiting) };
  }

  /** The wishes for more time that wait for the person's answer. */
  private async wishes(em: Em, person: Person): Promise<WishView[]> {
    const [waiting, tree, milestones] = await Promise.all([
      this.extensions.waitingFor(person, em),
      this.units.tree(),
      this.calendar.milestones(em),
    ]);
    const wishes = await Promise.all(
      waiting.slice(0, MOST_WISHES).map(async (wish): Promise<WishView | undefined> => {
        const obligation = await this.obligations.find(wish.obligation, em);
        return (
          obligation && {
            obligation: obligation.id,
            title: titleOf(
              milestones.find((one) => one.id === obligation.milestone),
              obligation,
              person.locale,
            ),
            unitName: tree.name(obligation.unit),
            lastDay: plainDate.add(obligation.dueOn, -1),
            wishedLastDay: plainDate.add(wish.wishedDueOn, -1),
            reason: wish.reason,
          }
        );
      }),
    );
    return wishes.filter((wish) => wish !== undefined);
  }
}

/** The units for which a person answers. */
const answeredBy = ({ roles }: Person): string[] => [
  ...new Set(roles.filter(({ role }) => role === 'official' || role === 'head').map(({ unit }) => unit)),
];

/**
 * What in a message may let somebody in. In a chat that is somebody's already a figure of ten digits is an answer, and two
 * words of five letters are words; there a code is what has its dash or both letters and digits.
 */
function codeIn({ content, chat }: Incoming, isLinked: boolean): string | undefined {
  if (chat === 'group') return undefined;
  if (content.type === 'start') return /^[0-9A-Za-z_-]{1,64}$/.exec(content.payload)?.[0];
  if (content.type === 'contact') return content.own ? `${OWN_PHONE}${content.phone}` : undefined;
  if (content.type !== 'text') return undefined;
  const typed = content.text.trim();
  const found = /^(\/start\s+)?([0-9A-Za-z]{5}[\s-]?[0-9A-Za-z]{5}|[0-9A-Za-z_-]{22})$/.exec(typed);
  const code = found?.[2];
  if (code === undefined || found?.[1] !== undefined || !isLinked) return code;
  return /[A-Za-z]/.test(code) && /[\d-]/.test(code) ? code : undefined;
}

/** Stands before a telephone number that the channel vouches for, where a code would stand; nobody can type it. */
const OWN_PHONE = 'tel:';

/** What a dialog kept while it waited for a yes. */
export const keyIn = (code: string): Key =>
  code.startsWith(OWN_PHONE) ? { ownPhone: code.slice(OWN_PHONE.length) } : { code };
