import { Inject, Injectable } from '@nestjs/common';
import { enrolmentKey } from '../access/index.js';
import { CalendarService, ExtensionsService, type Obligation, ObligationsService } from '../calendar/index.js';
import { type Em, sideBySide } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { DelegationsService, EnrolmentService, type Key, type Recognised } from '../people/index.js';
import { type Question, QuestionsService } from '../questions/index.js';
import { EscalationsService } from '../followups/index.js';
import { OverviewService, recipientsOf, ReportsService, STATUS_FORM, titleOf, yearsTold } from '../reports/index.js';
import { type Locale, MESSAGES, type Messages, plainDate } from '../shared/index.js';
import { ContactsService, type Person, PeopleService, UnitsService } from '../units/index.js';
import type { Dialog } from './dialog.js';
import type { AnnexesView, DifficultyView, OwedView, SubmittedView, TurnView, WishView } from './turn-view.js';
import { FormViewService } from './form-view.service.js';
import type { Incoming } from './incoming.js';
import { GroupViewService } from './group-view.service.js';
import { codeIn } from './hidden-codes.js';
import { LateViewService } from './late-view.service.js';
import { ReceivedFilesService } from './received-files.service.js';
import { type Wanted, wantedBy } from './wanted.js';

/** Key of the short form that words the questions of a status report. */

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
    private readonly delegations: DelegationsService,
    private readonly escalations: EscalationsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /**
   * The view for one turn; `personId` is whom the chat belongs to, if anybody. Without `em` what many turns ask at once is read
   * together; a turn that is about something rarer needs one.
   */
  async load(
    em: Em | undefined,
    incoming: Incoming,
    dialog: Dialog,
    personId: string | undefined,
    now: Date,
  ): Promise<TurnView> {
    const tree = await this.units.tree();
    const { code, found } = await this.recognised(em, incoming, dialog, personId !== undefined);
    const within = (): Em => em ?? needed();
    const enrolled = typeof found === 'object' ? found : undefined;
    // Outside a transaction these go side by side; within one they would wait for one another on its connection anyway.
    const [person, today, statusForm] = await sideBySide(em, [
      () => (personId === undefined ? undefined : this.people.find(personId, em)),
      () => this.calendar.today(em),
      () => (personId === undefined ? undefined : this.statusForm(em)),
    ]);
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
      ...(incoming.chat === 'group' ? { group: await this.groups.of(within(), incoming) } : {}),
      ...(person && wants.groups ? { groupUnits: await this.groups.unitsOf(person) } : {}),
      ...(person && wants.late
        ? { late: await this.late.of(within(), person), colleagues: await this.colleagues(within(), person) }
        : {}),
      ...(person && wants.difficulties ? { difficulties: await this.difficulties(within(), person) } : {}),
      ...(person && wants.delegation ? { delegation: await this.delegation(within(), person) } : {}),
      ...(person && wants.wishes ? { wishes: await this.wishes(within(), person) } : {}),
      statusForm: person && statusForm,
      ...(incoming.content.type === 'file' ? { file: await this.files.reading(within(), incoming) } : {}),
      buttons: true,
    };
  }

  private async statusForm(em: Em | undefined): Promise<TurnView['statusForm']> {
    const found = await this.definitions.newestIfAny(STATUS_FORM, em);
    return found?.definition.kind === 'short' ? { version: found.version, form: found.definition } : undefined;
  }

  /** Whose code was just sent, or waits for its yes. */
  private async recognised(
    em: Em | undefined,
    incoming: Incoming,
    dialog: Dialog,
    isLinked: boolean,
  ): Promise<{ code?: string; found?: Recognised }> {
    const chat = { channel: incoming.channel, address: incoming.address };
    const { content } = incoming;
    if (incoming.chat !== 'group' && content.type === 'contact' && content.own) {
      const code = `${OWN_PHONE}${content.phone}`;
      return { code, found: await this.enrolments.recognise(em ?? needed(), chat, keyIn(code)) };
    }
    const typed = codeIn(incoming, isLinked);
    if (typed) {
      return {
        code: enrolmentKey(typed),
        found: await this.enrolments.recognise(em ?? needed(), chat, { code: typed }),
      };
    }
    if (dialog.place.at !== 'confirm-link') return {};
    const { code } = dialog.place;
    return { code, found: await this.enrolments.recognise(em ?? needed(), chat, keyIn(code), 'again') };
  }

  private async owedBy(
    em: Em | undefined,
    person: Person,
    dialog: Dialog,
    today: string,
    locale: Locale,
    wants: Wanted,
  ): Promise<Pick<TurnView, 'owed' | 'severalUnits' | 'submitted' | 'annexes'>> {
    const answering = person.roles.filter((held) => held.role === 'official' || held.role === 'head');
    const units = [...new Set(answering.map((held) => held.unit))];
    if (units.length === 0) return { owed: [] };
    // Whoever stands in for somebody and holds no role of their own there answers in that person's stead.
    const actingFor = new Map(
      units.map((unit) => {
        const held = answering.filter((role) => role.unit === unit);
        return [unit, held.every((role) => role.actingFor) ? held[0]?.actingFor?.name : undefined] as const;
      }),
    );
    const [opened, describe] = await sideBySide(em, [
      () => this.obligations.opened(units, today, em),
      () => this.describer(em, { actingFor, dialog, person: person.id, today, locale, wants }),
    ]);
    const open = opened.filter((one) => !one.settled && !one.closedAt);
    const owed = yearsTold(await Promise.all(open.map(describe)), (one) =>
      this.messages.t(locale, 'calendar.title-of-year', one),
    );
    const several = { severalUnits: units.length > 1 };
    if (wants.annexes) return { owed, ...several, annexes: await this.annexes(em ?? needed(), opened, today, locale) };
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
    em: Em | undefined,
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

  /** Colleagues of the units that the person heads, and the delegations that stand. */
  private async delegation(em: Em, person: Person): Promise<NonNullable<TurnView['delegation']>> {
    const tree = await this.units.tree();
    const heads = [
      ...new Set(person.roles.filter(({ role, actingFor }) => role === 'head' && !actingFor).map(({ unit }) => unit)),
    ];
    const deputies = await this.delegations.deputies(person, heads, em);
    return {
      heads: heads.map((unit) => tree.name(unit)),
      deputies: deputies.map((one) => ({ ...one, unitName: tree.name(one.unit) })),
      standing: (await this.delegations.delegatedBy(person, em)).map(({ id, deputyName, unit, firstDay, lastDay }) => {
        return { id, deputyName: deputyName ?? '', unitName: unit ? tree.name(unit) : '', firstDay, lastDay };
      }),
    };
  }

  /** Whom the person may hand something late to. */
  private async colleagues(em: Em, person: Person): Promise<NonNullable<TurnView['colleagues']>> {
    const [found, tree] = await Promise.all([this.escalations.colleagues(person, em), this.units.tree()]);
    return found.map(({ id, name, title, unit }) => ({ person: id, name, title, unitName: tree.name(unit) }));
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

const needed = (): never => {
  throw new Error('this turn needs a transaction of its own');
};

/** The units for which a person answers. */
const answeredBy = ({ roles }: Person): string[] => [
  ...new Set(roles.filter(({ role }) => role === 'official' || role === 'head').map(({ unit }) => unit)),
];

/** Stands before a telephone number that the channel vouches for, where a code would stand; nobody can type it. */
const OWN_PHONE = 'tel:';

/** What a dialog kept while it waited for a yes: a digest, a number, or, from an older program, the code itself. */
export const keyIn = (code: string): Key => {
  if (code.startsWith(OWN_PHONE)) return { ownPhone: code.slice(OWN_PHONE.length) };
  return /^[\w-]{43}$/.test(code) ? { digest: code } : { code };
};
