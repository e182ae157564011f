/** Somebody of a situation, as its `given` line tells: "given mai: Nguyễn Thị Mai, official of 00667, on telegram". */
export interface Given {
  who: string;
  name: string;
  role: string;
  unit: string;
  /** Chats they have; all are linked before the record begins unless `isNew`. */
  channels: string[];
  isNew: boolean;
}

/** "given lan acts for mai until 2027-06-20 by nam". */
export interface Deputy {
  who: string;
  actsFor: string;
  lastDay: string;
  by: string;
}

/** One thing that happens: somebody types or does something, or the clock is moved ("@ 2027-06-20"). */
export type Move = { who: string; channel: string; typed: string } | { day: string };

/** What one chat was told. */
export interface Heard {
  who: string;
  channel: string;
  text: string;
  buttons: string[];
  file?: string;
}

export interface Situation {
  /** The situation in one sentence. */
  sentence: string;
  day: string;
  people: Given[];
  deputies: Deputy[];
  /** The head of the file: everything that the recorder leaves as it is. */
  head: string[];
  moves: Move[];
}

const PERSON = /^given (\w+): (.+), (\w+) of ([\w-]+), (new )?on (.+)$/;
const DEPUTY = /^given (\w+) acts for (\w+) until (\S+) by (\w+)$/;
const TYPED = /^(?:(\w+)(?:@(\w+))?)?> (.*)$/;

/** Reads a record; what was said (`<`) is read over, it is what comes out. A line that is none of these is refused. */
export function readRecord(text: string): Situation {
  const lines = text.normalize('NFC').trimEnd().split('\n');
  const situation: Situation = { sentence: '', day: '', people: [], deputies: [], head: [], moves: [] };
  const continues = { typed: false };
  for (const line of lines) {
    if (line.startsWith('  ') && !continues.typed) continue;
    takeLine(situation, line, continues);
  }
  if (situation.sentence === '' || situation.day === '') throw new Error('a record begins with "# sentence" and a day');
  return situation;
}

function takeLine(situation: Situation, line: string, continues: { typed: boolean }): void {
  const { head, people, deputies, moves } = situation;
  const more = /^ {2}\| ?(.*)$/.exec(line);
  if (more && continues.typed) return addLine(moves, more[1]!);
  const typed = TYPED.exec(line);
  continues.typed = typed !== null;
  if (typed) {
    const who = typed[1] ?? people[0]!.who;
    const channel = typed[2] ?? people.find((one) => one.who === who)!.channels[0]!;
    return void moves.push({ who, channel, typed: typed[3]! });
  }
  if (/^(?:\w+(?:@\w+)?)?< /.test(line) || line === '') return;
  const day = /^@ (\S+)$/.exec(line);
  if (day) return void moves.push({ day: day[1]! });
  head.push(line);
  const person = PERSON.exec(line);
  const deputy = DEPUTY.exec(line);
  if (line.startsWith('# ')) situation.sentence = line.slice(2);
  else if (line.startsWith('given day ')) situation.day = line.slice('given day '.length);
  else if (person) {
    const [, who, name, role, unit, isNew, channels] = person;
    const of = { who: who!, name: name!, role: role!, unit: unit! };
    people.push({ ...of, channels: channels!.split(', '), isNew: isNew !== undefined });
  } else if (deputy) {
    const [, who, actsFor, lastDay, by] = deputy;
    deputies.push({ who: who!, actsFor: actsFor!, lastDay: lastDay!, by: by! });
  } else throw new Error(`no line of a record: ${line}`);
}

function addLine(moves: Move[], text: string): void {
  const last = moves.at(-1);
  if (last && 'typed' in last) last.typed += `\n${text}`;
}

/** Writes a record: its head as it was, each move, and what was heard after it. */
export function writeRecord(situation: Situation, heard: readonly Heard[][]): string {
  const first = situation.people[0]!;
  const mark = (who: string, channel: string) => {
    const given = situation.people.find((one) => one.who === who)!;
    if (channel !== given.channels[0]) return `${who}@${channel}`;
    return who === first.who ? '' : who;
  };
  const block = (begin: string, text: string) => `${begin} ${text.split('\n').join('\n  | ')}`;
  const lines = [...situation.head];
  for (const [at, move] of situation.moves.entries()) {
    const isMoved = 'day' in move;
    lines.push('', isMoved ? `@ ${move.day}` : block(`${mark(move.who, move.channel)}>`, move.typed));
    for (const one of heard[at]!) {
      lines.push(block(`${mark(one.who, one.channel)}<`, one.text));
      if (one.file !== undefined) lines.push(`  + ${one.file}`);
      if (one.buttons.length > 0) lines.push(`  = ${one.buttons.map((label) => `[${label}]`).join(' ')}`);
    }
  }
  // A line that a text leaves empty has no blank at its end.
  return `${lines.map((line) => line.replace(/[ \n]+$/, '')).join('\n')}\n`.replace(/ +$/gm, '');
}
