import { Injectable } from '@nestjs/common';

export type WakeName = 'deliver' | 'turns';

/**
 * How a room says "there is work" after its transaction has committed. The rows are the truth: a wake that is lost only
 * costs the time until the next sweep. The jobs listen; nobody else does.
 */
@Injectable()
export class Wake {
  private readonly listeners = new Map<WakeName, () => void>();

  on(name: WakeName, listener: () => void): void {
    this.listeners.set(name, listener);
  }

  wake(name: WakeName): void {
    this.listeners.get(name)?.();
  }
}
