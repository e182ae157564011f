import type { Waiting } from './transcript';

const PREFIX = 'nhip.chat.waiting.';

/**
 * Messages that are not acknowledged yet, each under a key of its own in the browser's storage: they outlive a reload or a
 * dead battery, and two tabs do not write over each other. Without storage they live as long as the page.
 */
export class WaitingBox {
  private readonly messages = new Map<string, Waiting>();

  constructor(private readonly storage: Storage | undefined) {
    for (const name of this.names()) this.read(name);
  }

  /** Oldest first. */
  all(): Waiting[] {
    return [...this.messages.values()].sort((one, other) => one.writtenAt - other.writtenAt);
  }

  put(message: Waiting): void {
    this.messages.set(message.key, message);
    try {
      this.storage?.setItem(PREFIX + message.key, JSON.stringify(message));
    } catch {
      // Full or forbidden storage: the message is still sent, only a reload before that would lose it.
    }
  }

  remove(key: string): void {
    this.messages.delete(key);
    try {
      this.storage?.removeItem(PREFIX + key);
    } catch {
      // Storage that cannot be written kept nothing either.
    }
  }

  private names(): string[] {
    const names = Array.from({ length: this.storage?.length ?? 0 }, (_, at) => this.storage?.key(at));
    return names.filter((name): name is string => name?.startsWith(PREFIX) === true);
  }

  private read(name: string): void {
    try {
      const message = JSON.parse(this.storage?.getItem(name) ?? '') as Waiting;
      if (typeof message.key !== 'string' || typeof message.text !== 'string') return;
      this.messages.set(message.key, message.file === undefined ? message : { ...message, refused: '', lost: true });
    } catch {
      this.storage?.removeItem(name);
    }
  }
}

/** The browser's storage, where it may be used. */
export function storageHere(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
