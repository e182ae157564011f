import { afterPress } from '../steady-press';
import type { DraftState, DraftStore } from './draft-store';

/** The draft as it is drawn: what the store knows, but for what it learns while a pointer is down. */
export class SteadyView {
  state: DraftState;
  private readonly listeners = new Set<() => void>();
  private leave?: () => void;

  constructor(private readonly store: Pick<DraftStore, 'state' | 'subscribe'>) {
    this.state = store.state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (!this.leave) {
      this.leave = this.store.subscribe(() => afterPress(this.follow));
      this.state = this.store.state;
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.leave?.();
      this.leave = undefined;
    };
  };

  private follow = (): void => {
    if (this.state === this.store.state) return;
    this.state = this.store.state;
    for (const listener of this.listeners) listener();
  };
}
