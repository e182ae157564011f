import type { Workbook } from 'exceljs';
import { type Choice, type FormDefinition, type ListName, withMembers } from '../../../forms/index.js';
import { fold } from '../../shared/index.js';
import { openWorkbook } from '../form-workbook/workbook-file.js';
import { audiencesIn, CHOOSING, choicesOf, type Member, type Terms, type ToldFault, type Words } from './field.js';
import { type ListSheet, listSheets } from './list-sheet.js';
import { CHOICE_COLUMNS } from './marks.js';
import { findLists, type FoundLine, type FoundList, textIn, unusable } from './find-list.js';
import { proposedTexts, typeText } from './new-line.js';
import { stampedDefinition, stampedForm } from './stamp.js';

export interface DefinitionFault {
  /** Key under `exchange.definition.fault.` and its parameters. */
  code: string;
  params: Record<string, string>;
  cell?: { sheet: string; cell: string };
}

export interface ReadDefinition {
  /** What stood in the file when it went out. */
  base: FormDefinition;
  /** As the file says it; equal to the base where nothing was changed. Only to be used without faults. */
  definition: FormDefinition;
  faults: DefinitionFault[];
  /** Inserted indicators of which cells were left empty, each with what is proposed for it. */
  proposed: Proposed[];
  /** Where the file says a field of a member; undefined where it has no line. */
  cellOf: (list: ListName, key: string, field: string) => DefinitionFault['cell'];
}

export interface Proposed {
  name: string;
  key: string;
  type: string;
  unit: string;
  group: string;
}

/** Most lines of one list; a form may have no more. */
const MOST_LINES = 5000;

/**
 * Reads a definition's workbook against what stood in it when it went out, so that only what was changed in the file is a
 * change; a file that does not say what stood there is read against `now`. Lines are known by their hidden keys, else by the
 * code in their first column: moved lines are moves, lines without a known code are new, missing ones are removed. A cell
 * that says what it said is not looked at, so that a file nobody touched changes nothing. Never throws for a bad file.
 */
export async function readDefinitionWorkbook(file: Buffer, now: FormDefinition, terms: Terms): Promise<ReadDefinition> {
  const { words } = terms;
  const refused = (code: string, params: Record<string, string> = {}): ReadDefinition => ({
    base: now,
    definition: now,
    faults: [{ code, params }],
    proposed: [],
    cellOf: () => undefined,
  });
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') return refused(workbook);
  const stamped = stampedForm(workbook);
  if (stamped === undefined) return refused('not-ours');
  if (stamped !== now.key) return refused('other-form', { form: stamped.slice(0, 100) });
  const exported = stampedDefinition(workbook);
  const base = exported?.key === now.key && exported.kind === now.kind ? exported : now;
  const faults: DefinitionFault[] = [];
  const proposed: Proposed[] = [];
  let definition = base;
  const placed = new Map<string, (field: string) => DefinitionFault['cell']>();
  const lists: ReadList[] = [];
  for (const one of listSheets(base)) {
    const found = onlyList(workbook, one.list, words, faults);
    if (!found) continue;
    if (found.lines.length > MOST_LINES) {
      faults.push({ code: 'too-many', params: { count: String(found.lines.length) } });
      continue;
    }
    const lines = readLines(one, found, definition, terms, faults);
    const list = { one, found, lines, members: readFields(one, found, lines, definition, base, terms, faults) };
    for (const [at, { key }] of list.members.entries()) {
      placed.set(`${one.list}/${key}`, (field) => cellAt(found, found.lines[at]!, field));
    }
    proposed.push(...proposalsOf(list, words));
    if (CHOOSING.includes(one.list)) list.members = withChoices(workbook, list.members, words, faults);
    definition = withMembers(definition, one.list, list.members as never);
    lists.push(list);
  }
  // Formulas, conditions and checks name members of any list, by the names that they have now.
  const named = definition;
  for (const { one, found, lines, members } of lists) {
    const begun = lines.map((line, at) => ({ ...line, begins: members[at]! }));
    const done = readFields(one, found, begun, named, base, terms, faults, true);
    definition = withMembers(definition, one.list, done as never);
  }
  return { base, definition, faults, proposed, cellOf: (list, key, field) => placed.get(`${list}/${key}`)?.(field) };
}

/** The sheet of a list; undefined, and told of, where it is not there or there twice. */
function onlyList(workbook: Workbook, list: string, words: Words, faults: DefinitionFault[]): FoundList | undefined {
  const [found, another] = findLists(workbook, list, words);
  if (!found) faults.push({ code: 'sheet-missing', params: { sheet: words(`sheet.${list}`) } });
  else if (another) faults.push({ code: 'sheet-twice', params: { sheets: `«${found.sheet}», «${another.sheet}»` } });
  for (const title of found?.twice ?? []) {
    faults.push({ code: 'column-twice', params: { sheet: found!.sheet, column: title } });
  }
  return found && !another && found.twice.length === 0 ? found : undefined;
}

interface ReadList {
  one: ListSheet;
  found: FoundList;
  lines: Line[];
  members: Member[];
}

/** A line of the file: which member it is, what that was when the file went out, and the texts of its cells. */
interface Line {
  key: string;
  isNew: boolean;
  before: Member;
  /** What reading goes on from. */
  begins: Member;
  /** With what is proposed where an inserted line was left empty. */
  texts: ReadonlyMap<string, string>;
  given: ReadonlyMap<string, string>;
}

function readLines(
  one: ListSheet,
  list: FoundList,
  definition: FormDefinition,
  { words }: Terms,
  faults: DefinitionFault[],
): Line[] {
  const known = new Map(one.members(definition).map((member) => [member.key, member]));
  const taken = new Set<string>();
  let group: string | undefined;
  return list.lines.map((line, place) => {
    const key = keyOf(line, list, known, taken);
    keyFaults(line, list, key, known, faults);
    if (taken.has(key)) faults.push(faultAt(list, line, 'key', 'key-twice', { key }));
    taken.add(key);
    const isNew = !known.has(key);
    const before = known.get(key) ?? one.fresh(key, place + 1, definition);
    const given = new Map([...list.columns].map(([name, column]) => [name, textIn(line.row, column)]));
    const texts = isNew && one.list === 'rows' ? proposedTexts(key, given, group, definition, words) : given;
    group = texts.get('group') ?? (before['group'] as string | undefined);
    return { key, isNew, before, begins: before, texts, given };
  });
}

/** The members with every field of their lines that says something else than it said; `late` for those that name others. */
function readFields(
  one: ListSheet,
  list: FoundList,
  lines: readonly Line[],
  definition: FormDefinition,
  base: FormDefinition,
  terms: Terms,
  faults: DefinitionFault[],
  late = false,
): Member[] {
  const audiences = audiencesIn(terms)
    .map(({ name }) => name)
    .join(', ');
  const fields = one.fields.filter((field) => (field.late ?? false) === late);
  return lines.map(({ isNew, before, begins, texts }, at) => {
    let member = begins;
    for (const field of fields) {
      const written = texts.get(field.name);
      if (written === undefined) continue;
      if (unusableAt(list, list.lines[at]!, field.name, faults, late)) continue;
      const text = field.name === 'type' ? typeText(written, terms.words) : written;
      // Looked at as it was: the code of a unit that was given other words is not the old one, though its cell still says so.
      if (!isNew && text.normalize('NFC') === field.write(before, terms, base)) continue;
      // What is left empty in an inserted line is as every new one begins; only what makes it one has to be there.
      if (isNew && text.trim() === '' && !/^(label|title|message)\.vi$|^holds$/.test(field.name)) continue;
      const read = field.read(member, text, terms, definition, base);
      if (typeof read !== 'string' && !('fault' in read)) {
        member = read;
        continue;
      }
      const { fault, at: place } = typeof read === 'string' ? { fault: read, at: '' } : (read as ToldFault);
      const params = { text: text.slice(0, 100), audiences, at: place };
      faults.push(faultAt(list, list.lines[at]!, field.name, fault, params));
    }
    return member;
  });
}

/** A line whose codes disagree: its cells were sorted away from their hidden code, or a code was written anew. */
function keyFaults(
  line: FoundLine,
  list: FoundList,
  key: string,
  known: ReadonlyMap<string, Member>,
  faults: DefinitionFault[],
): void {
  const typed = textIn(line.row, list.columns.get('key')).trim();
  if (typed === '' || typed === key || key !== line.key) return;
  faults.push(
    faultAt(list, line, 'key', known.has(typed) ? 'row-moved' : 'key-changed', { key, text: typed.slice(0, 100) }),
  );
}

/** Whether a cell holds nothing of its own to be read, which is told of. */
function unusableAt(list: FoundList, line: FoundLine, name: string, faults: DefinitionFault[], rules = false): boolean {
  const column = list.columns.get(name);
  const found = column === undefined ? undefined : unusable(line.row.getCell(column), rules);
  if (found) faults.push(faultAt(list, line, name, found.code, { with: found.with }));
  return found !== undefined;
}

function proposalsOf({ lines, members }: ReadList, words: Words): Proposed[] {
  return lines.flatMap(({ texts, given }, at) =>
    ['unit.vi', 'type', 'unit.code', 'group'].some((name) => texts.get(name) !== given.get(name))
      ? [proposalOf(members[at]!, texts, words)]
      : [],
  );
}

function proposalOf(member: Member, texts: ReadonlyMap<string, string>, words: Words): Proposed {
  const text = (name: string): string => (texts.get(name) ?? '').trim();
  return {
    name: text('label.vi'),
    key: member.key,
    type: words(`type.${String(member['type'])}`),
    unit: text('unit.vi'),
    group: text('group'),
  };
}

/** The hidden key where the line still has it, the code that was typed, or one made from the name. */
function keyOf(
  line: FoundLine,
  found: FoundList,
  known: ReadonlyMap<string, Member>,
  taken: ReadonlySet<string>,
): string {
  const hidden = line.key;
  // A line that was copied carries its original's hidden key: the first keeps it.
  if (hidden !== '' && known.has(hidden) && !taken.has(hidden)) return hidden;
  const column = found.columns.get('key');
  const typed = column === undefined ? '' : textIn(line.row, column).trim();
  if (/^[a-zA-Z0-9]+([-_/][a-zA-Z0-9]+)*$/.test(typed) && typed !== hidden) return typed;
  const nameColumn = ['label.vi', 'title.vi', 'message.vi'].map((one) => found.columns.get(one)).find(Boolean);
  const name = nameColumn === undefined ? '' : textIn(line.row, nameColumn);
  const made =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60)
      .replace(/-$/, '') || 'new';
  let key = made;
  for (let n = 2; known.has(key) || taken.has(key); n++) key = `${made}-${n}`;
  return key;
}

/** Choices stand on a sheet of their own, one a line, under the code of what they belong to. */
function withChoices(workbook: Workbook, members: Member[], words: Words, faults: DefinitionFault[]): Member[] {
  const found = onlyList(workbook, 'choices', words, faults);
  if (!found) return members;
  const [of, choiceKey, vi, en] = CHOICE_COLUMNS.map((name) => found.columns.get(name));
  const byMember = new Map<string, Choice[]>();
  const keys = new Set(members.map((member) => member.key));
  for (const line of found.lines) {
    const isRead = CHOICE_COLUMNS.map((name) => unusableAt(found, line, name, faults)).every(
      (isUnusable) => !isUnusable,
    );
    if (!isRead) continue;
    const owner = textIn(line.row, of).trim();
    const label = textIn(line.row, vi).normalize('NFC').trim();
    const english = textIn(line.row, en).normalize('NFC').trim();
    if (!keys.has(owner)) {
      faults.push(faultAt(found, line, 'of', 'unknown-owner', { text: owner.slice(0, 100) }));
      continue;
    }
    if (label === '') {
      faults.push(faultAt(found, line, 'label.vi', 'empty', { text: '' }));
      continue;
    }
    const list = byMember.get(owner) ?? [];
    const typed = textIn(line.row, choiceKey).trim();
    const key = typed || fold(label).replace(/[^a-z0-9]+/g, '-') || `choice-${list.length + 1}`;
    byMember.set(owner, [...list, { key, label: { vi: label, ...(english ? { en: english } : {}) } }]);
  }
  return members.map((member) => {
    const before = choicesOf(member);
    const after = byMember.get(member.key) ?? [];
    if (JSON.stringify(before) === JSON.stringify(after)) return member;
    if (after.length > 0) return { ...member, choices: after };
    return Object.fromEntries(Object.entries(member).filter(([key]) => key !== 'choices')) as Member;
  });
}

function faultAt(
  found: FoundList,
  line: FoundLine,
  name: string,
  code: string,
  params: Record<string, string>,
): DefinitionFault {
  return { code, params, cell: cellAt(found, line, name) };
}

function cellAt(found: FoundList, line: FoundLine, name: string): NonNullable<DefinitionFault['cell']> {
  const column = found.columns.get(name) ?? found.columns.get(`${name}.vi`) ?? 2;
  return { sheet: found.sheet, cell: line.row.getCell(column).address };
}
