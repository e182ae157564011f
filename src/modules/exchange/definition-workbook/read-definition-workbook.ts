import type { Workbook } from 'exceljs';
import type { Choice, FormDefinition } from '../../../forms/index.js';
import { fold } from '../../shared/index.js';
import { openWorkbook } from '../form-workbook/workbook-file.js';
import { CHOOSING, choicesOf, type Member, type Words } from './field.js';
import { type ListSheet, listSheets } from './list-sheet.js';
import { CHOICE_COLUMNS, STAMP_SHEET } from './marks.js';
import { findList, type FoundLine, type FoundList, textIn } from './find-list.js';
import { proposedTexts, typeText } from './new-line.js';

export interface DefinitionFault {
  /** Key under `exchange.definition.fault.` and its parameters. */
  code: string;
  params: Record<string, string>;
  cell?: { sheet: string; cell: string };
}

export interface ReadDefinition {
  /** As the file says it; equal to the base where nothing was changed. Only to be used without faults. */
  definition: FormDefinition;
  faults: DefinitionFault[];
  /** Inserted indicators of which cells were left empty, each with what is proposed for it. */
  proposed: Proposed[];
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
 * Reads a definition's workbook against the definition it is to change. Lines are known by their hidden keys, else by the
 * code in their first column: moved lines are moves, lines without a known code are new, missing ones are removed. A cell
 * that says what it said is not looked at, so that a file nobody touched changes nothing. Never throws for a bad file.
 */
export async function readDefinitionWorkbook(
  file: Buffer,
  base: FormDefinition,
  words: Words,
): Promise<ReadDefinition> {
  const refused = (code: string, params: Record<string, string> = {}): ReadDefinition => ({
    definition: base,
    faults: [{ code, params }],
    proposed: [],
  });
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') return refused(workbook);
  const stamped = workbook.getWorksheet(STAMP_SHEET)?.getRow(1).getCell(2).text;
  if (stamped === undefined) return refused('not-ours');
  if (stamped !== base.key) return refused('other-form', { form: stamped.slice(0, 100) });
  const faults: DefinitionFault[] = [];
  const proposed: Proposed[] = [];
  let definition = base;
  for (const one of listSheets(base)) {
    const found = findList(workbook, one.list, words);
    if (!found) {
      faults.push({ code: 'sheet-missing', params: { sheet: words(`sheet.${one.list}`) } });
      continue;
    }
    if (found.lines.length > MOST_LINES) {
      faults.push({ code: 'too-many', params: { count: String(found.lines.length) } });
      continue;
    }
    const members = readMembers(one, found, definition, words, faults, proposed);
    const chosen = CHOOSING.includes(one.list) ? withChoices(workbook, members, words, faults) : members;
    definition = { ...definition, [one.list]: chosen };
  }
  return { definition, faults, proposed };
}

function readMembers(
  one: ListSheet,
  list: FoundList,
  definition: FormDefinition,
  words: Words,
  faults: DefinitionFault[],
  proposed: Proposed[],
): Member[] {
  const known = new Map(one.members(definition).map((member) => [member.key, member]));
  const taken = new Set<string>();
  let above: Member | undefined;
  return list.lines.map((line, place) => {
    const key = keyOf(line, list, known, taken);
    if (taken.has(key)) faults.push(faultAt(list, line, 'key', 'key-twice', { key }));
    taken.add(key);
    const isNew = !known.has(key);
    let member = known.get(key) ?? one.fresh(key, place + 1, definition);
    const given = new Map([...list.columns].map(([name, column]) => [name, textIn(line.row, column)]));
    const texts = isNew && one.list === 'rows' ? proposedTexts(given, above, definition, words) : given;
    for (const field of one.fields) {
      const written = texts.get(field.name);
      if (written === undefined) continue;
      const text = field.name === 'type' ? typeText(written, words) : written;
      if (text === field.write(member, words) && !isNew) continue;
      // What is left empty in an inserted line is as every new one begins; only its name has to be there.
      if (isNew && text.trim() === '' && !/^(label|title)\.vi$/.test(field.name)) continue;
      const read = field.read(member, text, words, definition);
      if (typeof read === 'string') faults.push(faultAt(list, line, field.name, read, { text: text.slice(0, 100) }));
      else member = read;
    }
    const isProposed = ['unit.vi', 'type', 'unit.code', 'group'].some((name) => texts.get(name) !== given.get(name));
    if (isProposed) proposed.push(proposalOf(member, texts, words));
    above = member;
    return member;
  });
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
  const nameColumn = found.columns.get('label.vi') ?? found.columns.get('title.vi');
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
  const found = findList(workbook, 'choices', words);
  if (!found) return members;
  const [of, choiceKey, vi, en] = CHOICE_COLUMNS.map((name) => found.columns.get(name));
  const byMember = new Map<string, Choice[]>();
  const keys = new Set(members.map((member) => member.key));
  for (const line of found.lines) {
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
  const column = found.columns.get(name) ?? 2;
  return { code, params, cell: { sheet: found.sheet, cell: line.row.getCell(column).address } };
}
