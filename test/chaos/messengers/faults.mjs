/** Of a hundred sends so many are answered by "too many requests", by an error of the provider, or by nothing in time. */
const FAULT_SHARE = 0.03;
const KINDS = ['refused', 'failed', 'dropped', 'silent'];

/** What becomes of each send of a provider, drawn by the chat and how many sends it had. */
export class Faults {
  counts = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  sends = new Map();

  constructor(draw, channel) {
    this.draw = draw;
    this.channel = channel;
  }

  /** One of the kinds; undefined where all goes well. */
  next(chat) {
    const send = (this.sends.get(chat) ?? 0) + 1;
    this.sends.set(chat, send);
    const about = [this.channel, chat, send];
    if (this.draw('fault', ...about) >= FAULT_SHARE) return undefined;
    const fault = this.draw.one(KINDS, 'which', ...about);
    this.counts[fault] += 1;
    return fault;
  }

  toString() {
    return KINDS.map((kind) => `${this.counts[kind]} ${kind}`).join(', ');
  }
}
