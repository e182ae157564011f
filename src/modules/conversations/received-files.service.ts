import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Scope } from '../access/index.js';
import { CalendarService, type Obligation, ObligationsService } from '../calendar/index.js';
import { Database, row, run, type Em } from '../database/index.js';
import { ReportWorkbooksService, roundOf, type ToldFault } from '../exchange/index.js';
import { type Attachment, Attachments } from '../outbox/index.js';
import { type Change, cleanFileName, fileType, namedByContent } from '../reports/index.js';
import { CLOCK, inLocale, type Locale, MESSAGES, Problem, type Clock, type Messages } from '../shared/index.js';
import { ContactsService, type Person, PeopleService, UnitsService } from '../units/index.js';
import type { FileView } from './turn-view.js';
import type { Incoming } from './incoming.js';
import { IncomingFiles } from './incoming-files.js';
import { MARKED_WORKBOOK } from './workbooks.js';

/** So many changes and faults are shown in a message; of the rest their number. */
const MOST_SHOWN = 15;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const listed = (told: readonly ToldFault[]): string[] =>
  told.slice(0, MOST_SHOWN).map(({ cell, text }) => (cell ? `• ${cell.sheet}!${cell.cell}: ${text}` : `• ${text}`));

type FileMessage = Incoming & { content: Extract<Incoming['content'], { type: 'file' }> };

/** What names the message that brought a file, on whichever channel it is answered. */
export const eventOf = ({ channel, eventId }: Pick<Incoming, 'channel' | 'eventId'>): string => `${channel}/${eventId}`;

/**
 * Files that came by chat: fetched, kept and read before their turn is taken and outside its transaction, because a provider
 * may be slow and a workbook takes a moment to read.
 */
@Injectable()
export class ReceivedFilesService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly files: IncomingFiles,
    private readonly contacts: ContactsService,
    private readonly people: PeopleService,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly workbooks: ReportWorkbooksService,
    private readonly units: UnitsService,
    private readonly attachments: Attachments,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.attachments.addMaker(MARKED_WORKBOOK, (rest, person) => this.marked(rest, person));
  }

  /** The workbook of `<obligation>/<message>` with a note at each faulty cell, for somebody who answers for the unit. */
  private async marked(rest: string, personId: string | undefined): Promise<Attachment | undefined> {
    const [id = '', ...event] = rest.split('/');
    const obligation = await this.obligations.find(id);
    const person = personId === undefined ? undefined : await this.people.find(personId);
    if (!obligation || !person || !new Scope(person, await this.units.tree()).answersFor(obligation.unit))
      return undefined;
    const kept = await this.kept(this.database.em, event.join('/'));
    if (!kept) return undefined;
    const read = await this.workbooks.read(obligation, kept.content, person.locale);
    return { ...(await this.workbooks.marked(obligation, read, person.locale)), mediaType: XLSX };
  }

  /** Fetches and reads the file of a message; a second time changes nothing. */
  async receive(incoming: FileMessage): Promise<void> {
    const { channel, address, eventId, content: sent } = incoming;
    const owner = await this.contacts.owner(channel, address);
    const person = owner === undefined ? undefined : await this.people.find(owner);
    // A stranger's files are not even fetched.
    const fetched = person ? await this.files.fetch(channel, sent.fileId) : ({ problem: 'gone' } as const);
    const content = 'content' in fetched ? fetched.content : undefined;
    const { reading, change } =
      content && person
        ? await this.read(content, namedByContent(cleanFileName(sent.name), content), person)
        : { reading: { is: 'problem', problem: 'problem' in fetched ? fetched.problem : 'gone' } as FileView };
    await run(
      this.database.em,
      `insert into received_file (channel, event_id, content, problem, received_at, reading, change)
       values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb) on conflict do nothing`,
      [
        channel,
        eventId,
        content ?? null,
        content ? null : 'problem' in fetched ? fetched.problem : 'gone',
        this.clock.now(),
        JSON.stringify(reading),
        change ? JSON.stringify(change) : null,
      ],
    );
  }

  /** What the file of a message was read as; undefined where it has not been received yet. */
  async reading(em: Em, { channel, eventId }: Pick<Incoming, 'channel' | 'eventId'>): Promise<FileView | undefined> {
    const found = await row<{ reading: FileView }>(
      em,
      `select reading from received_file where channel = ? and event_id = ?`,
      [channel, eventId],
    );
    return found?.reading;
  }

  /** The bytes and, of a workbook, its change; `event` as {@link eventOf} gave it. */
  async kept(em: Em, event: string): Promise<{ content: Buffer; change?: Change } | undefined> {
    const at = event.indexOf('/');
    const found = await row<{ content: Buffer | null; change: Change | null }>(
      em,
      `select content, change from received_file where channel = ? and event_id = ?`,
      [event.slice(0, at), event.slice(at + 1)],
    );
    return found?.content ? { content: found.content, change: found.change ?? undefined } : undefined;
  }

  private async read(content: Buffer, name: string, person: Person): Promise<{ reading: FileView; change?: Change }> {
    const type = fileType(name, content);
    const stamp = SPREADSHEET.test(name) ? await this.workbooks.stampOf(content, person.locale) : undefined;
    if (stamp && 'code' in stamp) return { reading: unusable(stamp, name, type) };
    if (!type) return { reading: { is: 'problem', problem: 'refused' } };
    if (!stamp) return { reading: { is: 'evidence', name } };
    const obligation = await this.reportFor(stamp, person);
    if (!obligation) return { reading: { is: 'problem', problem: 'refused', text: this.ofNoReport(stamp, person) } };
    try {
      return await this.readWorkbook(obligation, content, person.locale);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const text = this.messages.t(person.locale, error.code, error.params);
      return { reading: { is: 'problem', problem: 'refused', text } };
    }
  }

  private async readWorkbook(obligation: Obligation, content: Buffer, locale: Locale) {
    const read = await this.workbooks.read(obligation, content, locale);
    const changes = read.changed.map((one) => this.workbooks.shown(one, read, locale));
    const faults = read.issues.map((issue) => this.workbooks.told(issue, locale));
    const found = read.findings.map(({ issue }) => this.workbooks.told(issue, locale));
    const none = this.messages.t(locale, 'bot.empty');
    const reading: FileView = {
      is: 'workbook',
      obligation: obligation.id,
      formTitle: inLocale(read.form.form.title, locale),
      revision: read.revision,
      count: changes.length,
      changes: changes
        .slice(0, MOST_SHOWN)
        .map(({ label, before, after }) => `• ${label}: ${before ?? none} → ${after ?? none}`),
      meanwhile: changes.filter((one) => one.meanwhile).length,
      faults: faults.length,
      faultTexts: listed(faults),
      findings: { count: found.length, texts: listed(found) },
    };
    return { reading, change: read.change };
  }

  /** The report that the workbook was given out for: the first due of those that the person answers and that ask the form. */
  private async reportFor(
    stamp: { unit: string; planYear: number; form: string; version: number; round?: string },
    person: Person,
  ): Promise<Obligation | undefined> {
    if (!answersFor(person, stamp.unit)) return undefined;
    const opened = await this.obligations.opened([stamp.unit], await this.calendar.today());
    const asking = opened.filter(
      (one) =>
        !one.settled &&
        one.planYear === stamp.planYear &&
        one.forms.some((form) => form.key === stamp.form) &&
        (stamp.round === undefined || stamp.round === roundOf(one)),
    );
    return (
      asking.find((one) => one.forms.some(({ key, version }) => key === stamp.form && version === stamp.version)) ??
      asking[0]
    );
  }

  /** Another unit's workbook, or one of a report that is submitted or not open any more. */
  private ofNoReport({ unit, unitName, planYear }: { unit: string; unitName: string; planYear: number }, who: Person) {
    const key = answersFor(who, unit) ? 'bot.workbook-of-nothing' : 'bot.workbook-of-another';
    return this.messages.t(who.locale, key, { given: unitName || unit, planYear });
  }
}

const answersFor = ({ roles }: Person, unit: string): boolean =>
  roles.some((one) => one.unit === unit && (one.role === 'official' || one.role === 'head'));

/** What people save a workbook of ours as; only .xlsx can be read. */
const SPREADSHEET = /\.(?:xls[xmb]?|ods)$/i;
/** What nobody could open is no evidence either; a workbook of somebody else's making may be. */
const NO_EVIDENCE = ['workbook-unreadable', 'workbook-damaged', 'workbook-stamp-damaged'];

function unusable({ code, text }: { code: string; text: string }, name: string, type: string | undefined): FileView {
  if (!type || NO_EVIDENCE.includes(code)) return { is: 'problem', problem: 'refused', text };
  return { is: 'evidence', name, ...(code === 'workbook-not-ours' ? {} : { noWorkbook: text }) };
}
