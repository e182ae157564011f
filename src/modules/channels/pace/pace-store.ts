/**
 * Where the processes keep, together, when they sent what: one text per channel, and the one clock by which they agree. To
 * lose it costs one second of the limit.
 */
export interface PaceStore {
  /** The text under `name`, empty where there is none, and the store's time in milliseconds. */
  read(name: string): Promise<{ text: string; now: number }>;
  /** Puts `text` in the place of `expected`; false where another process was faster. */
  swap(name: string, expected: string, text: string): Promise<boolean>;
}
