import { ApiProblem } from '../../api/client';
import { applyEdits } from '../model/apply-edits';
import type { Edit, FormDefinition } from '../model/forms';
import { alreadySo } from './already-so';
import type { Draft, Edited } from './answers';
import type { Desk } from './desk';
import type { KeptEdits } from './kept-edits';
import { reuse } from './reuse';
import { type Conflict, mineAfterAll } from './settle-conflict';

/** `unsent`: the server was not reached, it is tried again. `stuck`: it refused the whole batch. `ended`: no draft any more. */
export type Saving = 'saved' | 'saving' | 'unsent' | 'stuck' | 'ended';

export interface DraftState extends Omit<Draft, 'key'> {
  /** With everything that was done here, whether the server has it yet or not. */
  definition: FormDefinition;
  saving: Saving;
  /** How many edits the server does not have yet. */
  waiting: number;
  problem?: unknown;
  conflicts: Conflict[];
  canUndo: boolean;
  canRedo: boolean;
}

/** How long edits are gathered before they are sent together. */
const GATHER_MS = 300;
/** The most edits that the server takes at once. */
const BATCH = 6000;
const RETRY_MS = [2000, 5000, 15_000, 30_000];
const MOST_UNDO = 200;

/**
 * A draft as this page holds it: every edit shows at once, is kept in this browser until the server has it, and goes out
 * in order, one request at a time. What the server refuses becomes a conflict that the person settles.
 */
export class DraftStore {
  state: DraftState;
  /** As the server last had it, without what waits. */
  private confirmed: FormDefinition;
  private waiting: Edit[] = [];
  private inFlight = false;
  private failures = 0;
  private stopped = false;
  private timer?: ReturnType<typeof setTimeout>;
  private readonly done: Edit[][] = [];
  private readonly undone: Edit[][] = [];
  private readonly listeners = new Set<() => void>();
  private idle: (() => void)[] = [];

  constructor(
    draft: Draft,
    private readonly desk: Pick<Desk, 'edit'>,
    private readonly kept: KeptEdits,
  ) {
    this.confirmed = draft.definition;
    this.waiting = kept.read();
    this.state = {
      ...draft,
      definition: applyEdits(draft.definition, this.waiting).definition,
      saving: this.waiting.length > 0 ? 'saving' : 'saved',
      waiting: this.waiting.length,
      conflicts: [],
      canUndo: false,
      canRedo: false,
    };
    if (this.waiting.length > 0) this.sendSoon(0);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** One act of the person: shown now, sent soon, taken back by one undo. */
  do(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.remember(this.done, this.take(edits));
    this.undone.length = 0;
    this.show({});
  }

  undo(): void {
    const back = this.done.pop();
    if (!back) return;
    this.remember(this.undone, this.take(back));
    this.show({});
  }

  redo(): void {
    const again = this.undone.pop();
    if (!again) return;
    this.remember(this.done, this.take(again));
    this.show({});
  }

  settle(conflict: Conflict, whose: 'mine' | 'theirs'): void {
    const edit = whose === 'mine' ? mineAfterAll(conflict, this.state.definition) : undefined;
    if (edit) this.take([edit]);
    this.show({ conflicts: this.state.conflicts.filter((one) => one !== conflict) });
  }

  /** Tries at once what waits, e.g. when the network is back. */
  retry = (): void => {
    if (this.state.saving === 'ended') return;
    if (this.waiting.length > 0) this.sendSoon(0);
  };

  /** Leaves what the server refuses as a whole: the draft is as the server has it. */
  dropWaiting(): void {
    this.waiting = [];
    this.kept.keep([]);
    this.done.length = this.undone.length = 0;
    this.show({ definition: this.confirmed, saving: 'saved', problem: undefined });
    this.restIfIdle();
  }

  /** Takes over a revision that another request of this page brought about, e.g. that it was checked. */
  learn(known: Partial<Pick<DraftState, 'checkedRevision' | 'faults'>>): void {
    this.show(known);
  }

  /** Resolves when nothing waits any more; rejects where the server does not take what waits. */
  async settled(): Promise<void> {
    while (this.waiting.length > 0) {
      this.sendSoon(0);
      await new Promise<void>((resolve) => this.idle.push(resolve));
      if (this.waiting.length > 0 && this.state.problem !== undefined) throw this.state.problem;
    }
  }

  /** The page is left: what waits goes out once more; if that fails it is kept for the next time. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    void this.send();
  }

  /** Shows `edits` and lets them wait; gives their inverse. */
  private take(edits: readonly Edit[]): Edit[] {
    const { definition, undo } = applyEdits(this.state.definition, edits);
    this.state = { ...this.state, definition };
    this.waiting = [...this.waiting, ...edits];
    this.kept.keep(this.waiting);
    if (this.state.saving !== 'unsent' && this.state.saving !== 'ended')
      this.state = { ...this.state, saving: 'saving' };
    this.sendSoon(GATHER_MS);
    return undo;
  }

  private remember(stack: Edit[][], edits: Edit[]): void {
    if (edits.length > 0) stack.push(edits);
    if (stack.length > MOST_UNDO) stack.shift();
  }

  private sendSoon(ms: number): void {
    if (this.inFlight || this.stopped || this.state.saving === 'ended') return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private async send(): Promise<void> {
    if (this.inFlight || this.waiting.length === 0) return this.restIfIdle();
    this.inFlight = true;
    const batch = this.waiting.slice(0, BATCH);
    try {
      const answer = await this.desk.edit(batch, this.state.revision);
      this.failures = 0;
      this.inFlight = false;
      this.taken(batch, answer);
      if (this.waiting.length > 0) this.sendSoon(GATHER_MS);
    } catch (problem) {
      this.inFlight = false;
      this.failed(problem);
    }
    this.restIfIdle();
  }

  private taken(batch: readonly Edit[], answer: Edited): void {
    const { revision, faults, differences, summary } = answer;
    const refused = answer.refused.map((one) => ({ ...one, edit: batch[one.index]! }));
    // A batch is taken whole or not at all: without what was refused it goes again.
    const again = refused.length > 0 ? batch.filter((edit) => !refused.some((one) => one.edit === edit)) : [];
    this.waiting = [...again, ...this.waiting.slice(batch.length)];
    this.kept.keep(this.waiting);
    // Without a definition of its own the answer says that the server now holds exactly what was sent.
    const asSent = this.waiting.length === 0 ? this.state.definition : applyEdits(this.confirmed, batch).definition;
    this.confirmed = answer.definition ? reuse(this.state.definition, answer.definition) : asSent;
    const conflicts = refused.filter((one) => !alreadySo(one.edit, one, this.confirmed));
    this.show({
      definition: answer.definition ? applyEdits(this.confirmed, this.waiting).definition : this.state.definition,
      conflicts: [...this.state.conflicts, ...conflicts],
      saving: this.waiting.length > 0 ? 'saving' : 'saved',
      ...{ revision, faults, differences, summary, problem: undefined },
    });
  }

  private failed(problem: unknown): void {
    const status = problem instanceof ApiProblem ? problem.status : 500;
    if (status === 404) return this.show({ saving: 'ended', problem });
    // A refusal stays a refusal; silence, a proxy without server and a server in trouble are asked again.
    if (status !== 0 && status < 500) return this.show({ saving: 'stuck', problem });
    this.show({ saving: 'unsent', problem });
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]!;
    this.failures += 1;
    this.sendSoon(wait);
  }

  private restIfIdle(): void {
    if (this.inFlight) return;
    if (this.waiting.length > 0 && this.state.saving === 'saving') return;
    const waiting = this.idle;
    this.idle = [];
    for (const resolve of waiting) resolve();
  }

  private show(changes: Partial<DraftState>): void {
    this.state = {
      ...this.state,
      ...changes,
      waiting: this.waiting.length,
      canUndo: this.done.length > 0,
      canRedo: this.undone.length > 0,
    };
    for (const listener of this.listeners) listener();
  }
}
