// An official at the other end: reads what came, answers that, and says it again where nothing comes. So what is typed is in causal
// order, as it is with people; what the channel makes of it is not.
import { setTimeout as sleep } from 'node:timers/promises';
import { messageFor } from './sheet.mjs';

/** From reading to sending. */
const THINKS_MS = [150, 1500];
/** So long somebody waits for an answer before saying it again; twice as long each time. */
const PATIENCE_MS = [12_000, 30_000];
const LOOKS_MS = 40;
/** Somebody who was asked one thing so often gives up: that is a fault. */
const MOST_SAID = 80;

/** A notice comes in between and asks nothing. */
const NOTICE = /^Kính gửi đồng chí [^\n]*\n+•/;
/** The thanks, and what is said to somebody whom they did not reach. */
const DONE = /^Đã nộp |đã nộp xong|không còn việc nào phải nộp|không có biểu nào cần nhập/m;

export class Official {
  done = false;
  /** Everything as it was said and heard, for the transcript. */
  transcript = [];
  /** The questions in the order in which they were asked for the first time. */
  asked = [];
  resent = 0;
  readUpTo = 0;

  /**
   * @param {{ name: number, unit: string, obligation: string, code: string, channel: string, sheet: object, chat: object }} given
   *   `chat` is what a messenger gives for one person: `startWith(code)`, `say(text)`, `tap(label)`, `heard()`
   */
  constructor(given) {
    Object.assign(this, given);
  }

  /** From the first message to the thanks for the report. */
  async play() {
    await this.pause(0, 1500, 'begins');
    let next = { say: this.chat.startWith(this.code) };
    for (let turn = 0; next; turn += 1) {
      if (turn > MOST_SAID) throw new Error('asked and asked again, the report is never submitted');
      const answer = await this.exchange(next, turn);
      next = this.answerTo(answer);
    }
    this.done = true;
  }

  /** How far this person is, 0 to 1. */
  get progress() {
    return this.done ? 1 : this.asked.length / (this.sheet.rows.length * this.sheet.measures.length + 1);
  }

  /** Says it, and again where nothing comes; gives the newest message that asks for something. */
  async exchange({ say, tap }, turn) {
    let patience = this.draw.between(...PATIENCE_MS, 'patience', this.name, turn);
    for (let times = 0; ; times += 1) {
      if (times > 0) this.resent += 1;
      this.note('>', tap ? `[${tap}]` : say);
      if (tap) this.chat.tap(tap);
      else this.chat.say(say);
      const answer = await this.hear(patience, turn);
      if (answer !== undefined) return answer;
      patience *= 2;
    }
  }

  async hear(patience, turn) {
    const until = performance.now() + patience;
    let newest;
    while (newest === undefined && performance.now() < until) {
      await this.pause(LOOKS_MS);
      newest = this.read();
    }
    if (newest === undefined) return undefined;
    await this.pause(...THINKS_MS, 'thinks', this.name, turn);
    // What came meanwhile is read too.
    return this.read() ?? newest;
  }

  /** What is new; the last message that is no notice. */
  read() {
    const all = this.chat.heard();
    const fresh = all.slice(this.readUpTo);
    this.readUpTo = all.length;
    for (const { text, buttons } of fresh) this.note('<', text, buttons);
    // Whoever has read the thanks is through, whatever came right after them.
    return fresh.find(({ text }) => /^Đã nộp /.test(text)) ?? fresh.findLast(({ text }) => !NOTICE.test(text));
  }

  /** What somebody with this sheet does when this is read; undefined when all is done. */
  answerTo({ text, buttons = [] }) {
    if (DONE.test(text)) return undefined;
    if (/Mã này dành cho đồng chí/.test(text)) return this.either('Đúng', 'đúng', buttons);
    const choice = this.choiceIn(text, buttons);
    if (choice) return choice;
    if (/Đề nghị đồng chí cho biết lý do/.test(text)) return { say: this.pending().then };
    const question = this.questionIn(text);
    if (question) {
      this.present = question;
      const key = `${question.row}.${question.column}`;
      if (this.asked.at(-1) !== key) this.asked.push(key);
      const typed = messageFor(this.sheet, question.row, question.column);
      return /^chưa có số liệu/.test(typed) ? this.either('Chưa có số liệu', typed, buttons) : { say: typed };
    }
    if (/Đã đủ các câu/.test(text))
      return this.either('Nộp báo cáo', this.draw('yes', this.name) < 0.5 ? 'nộp' : 'đúng', buttons);
    if (/Đồng chí có \d+ việc|việc/.test(text)) {
      return { say: this.sheet.way === 'all' && /Đồng chí có/.test(text) ? messageFor(this.sheet, 0, 0) : '/dien' };
    }
    return { say: 'đang ở đâu' };
  }

  pending() {
    return this.sheet.answers[this.present.row][this.present.column];
  }

  questionIn(text) {
    const [, number, rest] = /^Chỉ tiêu (\d+)\/\d+: [^\n]*\n([^\n]*)/m.exec(text) ?? [];
    if (number === undefined) return undefined;
    const column = this.sheet.measures.findIndex((measure) => rest.includes(measure.shown));
    if (column === -1) throw new Error(`a question about a column that nobody knows: ${text}`);
    return { row: Number(number) - 1, column };
  }

  /** "1. 1.234 Tỷ đồng / 2. 1,234 Tỷ đồng": the one that is meant. */
  choiceIn(text, buttons) {
    if (!/có thể hiểu theo nhiều cách/.test(text)) return undefined;
    const { choose } = this.pending();
    const [line, number] = [...text.matchAll(/^(\d)\. (\S+).*$/gm)].find(([, , value]) => value === choose) ?? [];
    if (number === undefined) throw new Error(`nothing that is meant (${choose}) can be chosen: ${text}`);
    return this.either(line.slice(3), number, buttons);
  }

  /** Half of those who have buttons use them. */
  either(label, typed, buttons) {
    const taps = buttons.flat().includes(label) && this.draw('taps', this.name) < 0.5;
    return taps ? { tap: label } : { say: typed };
  }

  note(who, text, buttons = []) {
    this.transcript.push({ at: Date.now(), who, text, buttons });
  }

  async pause(least, most = least, ...what) {
    const ms = what.length > 0 ? this.draw.between(least, most, ...what) : least;
    await sleep(ms, undefined, { signal: this.signal });
  }
}
