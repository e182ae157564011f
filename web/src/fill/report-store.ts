import { ApiProblem } from '../api/client';
import type { Answers, Cell } from './engine';
import type { KeptAnswers } from './kept-answers';
import { changeOf, type Given, givenAt, idOf, isAt, type Pending, type Place, same, withGiven } from './places';
import type { Report, reports, SaidIssue } from './report';
import { drawRows, type RowView, type Saving } from './row-views';
import type { Unclear } from './typed-field';

/** Somebody else answered at the same place: both answers, and who. */
export interface Conflict {
  place: Place;
  mine: Given;
  theirs: Given;
  /** What stood there when the own answer was given. */
  base: Given;
  by: string | null;
  at: string | null;
}

/** What was typed at a place and is no answer yet. */
export interface Unread {
  place: Place;
  unclear: Unclear;
}

export interface ReportState {
  /** As the server has it. */
  report: Report;
  /** The same with what was answered here since. */
  answers: Answers;
  saving: Saving;
  problem?: unknown;
  conflicts: readonly Conflict[];
  /** What was typed and could not be read. */
  unread: readonly Unread[];
}

/** What became of the answer at one place. */
export interface Saved {
  saving: Saving;
  issues: SaidIssue[];
}

type Server = Pick<typeof reports, 'read' | 'write'>;

const GATHER_MS = 250;
const RETRY_MS = [2000, 5000, 15_000, 30_000];
const UNTOUCHED: Saved = { saving: 'untouched', issues: [] };
const SAVED: Saved = { saving: 'saved', issues: [] };
const WAITING: Saved = { saving: 'waiting', issues: [] };
const UNSENT: Saved = { saving: 'unsent', issues: [] };
const EMPTY: RowView = { cells: {} };

/**
 * A report as this page holds it: every answer shows at once, is kept in this browser until the server has it, and goes out
 * one request at a time. What the server refuses stays in its place with the reason; where somebody else answered meanwhile
 * both answers are shown.
 */
export class ReportStore {
  state: ReportState;
  private readonly pending = new Map<string, Pending>();
  private readonly refused = new Map<string, Pending & { saved: Saved }>();
  private readonly touched = new Set<string>();
  private typed: { row: string; measure: string; cell: Cell | null } | undefined;
  private rows: ReadonlyMap<string, RowView> = new Map();
  private sending: Promise<void> | undefined;
  private failures = 0;
  private timer?: ReturnType<typeof setTimeout>;
  private readonly listeners = new Set<() => void>();

  constructor(
    report: Report,
    private readonly server: Server,
    private readonly kept: KeptAnswers,
  ) {
    this.state = { report, answers: report.answers, saving: 'saved', conflicts: [], unread: [] };
    for (const one of kept.read()) this.pending.set(idOf(one.place), one);
    this.rebased(report);
    if (this.pending.size > 0) this.sendSoon(0);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  rowView = (form: string, row: string): RowView => this.rows.get(`${form} ${row}`) ?? EMPTY;

  saved = (place: Place): Saved => {
    const id = idOf(place);
    if (this.pending.has(id)) return this.state.problem === undefined ? WAITING : UNSENT;
    return this.refused.get(id)?.saved ?? (this.touched.has(id) ? SAVED : UNTOUCHED);
  };

  answer(place: Place, given: Given): void {
    const id = idOf(place);
    this.typed = undefined;
    const base = this.pending.get(id)?.base ?? givenAt(this.state.report.answers, place);
    this.refused.delete(id);
    this.touched.add(id);
    // Also what was there before is sent: somebody else may have answered since this page saw it.
    this.pending.set(id, { place, given, base });
    this.show({ conflicts: this.state.conflicts.filter((one) => idOf(one.place) !== id), ...this.unreadBut(id) });
    this.sendSoon(GATHER_MS);
  }

  /** Shows what follows from a figure that is still being typed (`undefined`: no more); nothing is kept or sent. */
  type(typed: { row: string; measure: string; cell: Cell | null } | undefined): void {
    if (this.typed === typed) return;
    this.typed = typed;
    this.draw();
  }

  /** What was typed at `place` cannot be read yet: it is no answer, and must not be forgotten at the submission. */
  leaveUnread(place: Place, unclear: Unclear | undefined): void {
    this.typed = undefined;
    const { unread } = this.unreadBut(idOf(place));
    this.show({ unread: unclear === undefined ? unread : [...unread, { place, unclear }] });
  }

  private unreadBut(id: string): Pick<ReportState, 'unread'> {
    const unread = this.state.unread.filter((one) => idOf(one.place) !== id);
    return { unread: unread.length === this.state.unread.length ? this.state.unread : unread };
  }

  /** Settles a conflict: with `mine` the own answer is sent after all, else the other one stands. */
  settle(conflict: Conflict, mine: boolean): void {
    this.show({ conflicts: this.state.conflicts.filter((one) => one !== conflict) });
    if (mine) this.answer(conflict.place, conflict.mine);
  }

  /** Takes the server's report over, after a workbook was read in or the report was submitted. */
  async reload(): Promise<void> {
    this.rebased(await this.server.read(this.state.report.obligation));
  }

  /** Sends what waits now; true once the server has everything. */
  async settled(): Promise<boolean> {
    await this.sending;
    await this.send();
    return this.pending.size === 0 && this.refused.size === 0;
  }

  /** Leaves the page: what waits is sent now, and stays in this browser should that fail. */
  stop(): void {
    clearTimeout(this.timer);
    void this.send();
  }

  sendSoon = (ms: number): void => {
    clearTimeout(this.timer);
    if (this.pending.size > 0) this.timer = setTimeout(() => void this.send(), ms);
  };

  private send(): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending || this.pending.size === 0) return this.sending ?? Promise.resolve();
    this.sending = this.sendBatch([...this.pending.values()]).then((goOn) => {
      this.sending = undefined;
      if (goOn) this.sendSoon(this.failures === 0 ? 0 : (RETRY_MS[this.failures - 1] ?? RETRY_MS.at(-1)!));
    });
    return this.sending;
  }

  /** True where it makes sense to send what waits once more. */
  private async sendBatch(batch: readonly Pending[]): Promise<boolean> {
    const { report } = this.state;
    try {
      const change = changeOf(report.answers, batch);
      const { revision } = await this.server.write(report.obligation, { ...change, revision: report.revision });
      this.failures = 0;
      this.taken(batch, revision);
      return true;
    } catch (problem) {
      const { status, code } = problem instanceof ApiProblem ? problem : { status: 0, code: '' };
      if (problem instanceof ApiProblem && status === 422) return this.refuse(problem, batch);
      if (code === 'reports.changed-meanwhile') return this.readAnew();
      this.failures += 1;
      this.show({ problem });
      // What the server will not have from this person now, it will not have in a minute either.
      return status < 400 || status >= 500 || status === 401 || status === 429;
    }
  }

  private taken(batch: readonly Pending[], revision: number): void {
    const { report } = this.state;
    for (const one of batch) {
      const id = idOf(one.place);
      const later = this.pending.get(id);
      // Answered once more while it was on its way: what is sent next is measured against what the server has now.
      if (later === one) this.pending.delete(id);
      else if (later) this.pending.set(id, { ...later, base: one.given });
    }
    const answers = withGiven(report.answers, batch);
    this.show({ report: { ...report, revision, answers }, problem: undefined });
  }

  /** Answers that the server finds wrong stay in their places with its reason; the others are sent once more. */
  private refuse(problem: ApiProblem, batch: readonly Pending[]): boolean {
    const issues = (problem.body as { issues?: SaidIssue[] } | undefined)?.issues ?? [];
    const wrong = batch.filter(({ place }) => issues.some((issue) => isAt(issue, place)));
    // Where nothing that was sent is named, sending the same once more would go on for ever.
    for (const one of wrong.length > 0 ? wrong : batch) {
      const id = idOf(one.place);
      if (this.pending.get(id) !== one) continue;
      this.pending.delete(id);
      const said = issues.filter((issue) => isAt(issue, one.place));
      const unnamed = { code: problem.code, path: { form: '' }, message: problem.message };
      this.refused.set(id, { ...one, saved: { saving: 'refused', issues: said.length > 0 ? said : [unnamed] } });
    }
    this.show({ problem: undefined });
    return true;
  }

  private async readAnew(): Promise<boolean> {
    try {
      this.rebased(await this.server.read(this.state.report.obligation));
    } catch (problem) {
      this.failures += 1;
      this.show({ problem });
    }
    return true;
  }

  /** Takes a newer report; what waits here and was answered by somebody else too becomes a conflict. */
  private rebased(report: Report): void {
    const conflicts = [...this.state.conflicts];
    const { by = null, at = null } = report.changed ?? {};
    for (const [id, one] of this.pending) {
      const theirs = givenAt(report.answers, one.place);
      if (same(theirs, one.base)) continue;
      this.pending.delete(id);
      if (!same(theirs, one.given)) conflicts.push({ ...one, mine: one.given, theirs, by, at });
    }
    this.show({ report, conflicts, problem: undefined });
  }

  private show(more: Partial<Pick<ReportState, 'report' | 'conflicts' | 'problem' | 'unread'>>): void {
    const state = { ...this.state, ...more };
    const own = [...this.refused.values(), ...this.pending.values()];
    const waiting: Saving = state.problem === undefined ? 'waiting' : 'unsent';
    const saving = this.pending.size > 0 ? waiting : this.refused.size > 0 ? 'refused' : 'saved';
    this.state = { ...state, saving, answers: withGiven(state.report.answers, own) };
    // A conflict is an answer of this person as well, until it is settled.
    const open = state.conflicts.map(({ place, mine, base }) => ({ place, given: mine, base }));
    this.kept.write([...own.map(({ place, given, base }) => ({ place, given, base })), ...open]);
    this.draw();
  }

  private draw(): void {
    const { answers, report, unread } = this.state;
    const typed = this.typed && { place: { kind: 'cell' as const, ...this.typed }, given: this.typed.cell };
    const saved = (row: string, measure: string) => {
      const { saving, issues } = this.saved({ kind: 'cell', row, measure });
      const id = idOf({ kind: 'cell', row, measure });
      const unclear = unread.find((one) => idOf(one.place) === id)?.unclear;
      return { saving, ...(issues[0] ? { refusal: issues[0].message } : {}), ...(unclear ? { unclear } : {}) };
    };
    const shown = { cells: answers.cells, typed: typed ? withGiven(answers, [typed]).cells : answers.cells, saved };
    this.rows = drawRows(report, shown, this.rows);
    for (const listener of this.listeners) listener();
  }
}
