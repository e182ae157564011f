import { fold } from '../../shared/index.js';
import type { Role, UnitTree } from '../../units/index.js';
import { type Particulars, readParticulars } from '../particulars.js';
import type { GivenRole, RegisteredPerson } from '../registered-person.js';
import { appliedTo } from './applied-to.js';
import { UnitFinder } from './find-unit.js';
import type { ListChange, ListFault, ListField, ListPlan, ListRow } from './list-row.js';

/** What the plan must know beside the rows. */
export interface ListFacts {
  register: readonly RegisteredPerson[];
  tree: UnitTree;
  /** The role that a text names, in either language. */
  roleOf: (text: string) => Role | undefined;
  /** Whether a text says that somebody leaves; undefined where it says neither. */
  leaves: (text: string) => boolean | undefined;
  managesRole: (held: { unit: string; role: Role }) => boolean;
  managesPerson: (person: RegisteredPerson) => boolean;
  /** Who reads the list in: nobody ends the own work by a list. */
  actor?: string;
}

interface ReadRow {
  line: number;
  particulars: Particulars;
  held?: GivenRole;
  leaves: boolean;
}

const KEYS = ['code', 'email', 'phone'] as const;

/**
 * What a list of people would change: pure, so that the preview and the applying of it are the same. People are known by staff
 * number, mail address or telephone number; where the keys of a row name two people, the list is asked about, never guessed.
 * Rows of one person are all the roles that the person has, as far as the reader manages them; who is not in the list stays.
 * Reading the same list again changes nothing.
 */
export function planList(rows: readonly ListRow[], facts: ListFacts): ListPlan {
  const plan = planOnce(rows, facts);
  if (plan.changes.length === 0) return plan;
  // Two rows that are told apart now may no longer be once the list is applied: one gives a name under which the other is known.
  const again = planOnce(rows, { ...facts, register: appliedTo(facts.register, plan.changes) });
  const unsettled = again.changes.map(({ line }): ListFault => ({
    line,
    field: 'code',
    code: 'unsettled',
    params: {},
  }));
  const faults = again.faults.length > 0 ? again.faults : unsettled;
  return faults.length > 0 ? { ...plan, changes: [], faults } : plan;
}

function planOnce(rows: readonly ListRow[], facts: ListFacts): ListPlan {
  const faults: ListFault[] = [];
  const finder = new UnitFinder(facts.tree);
  const read = rows.map((row) => readRow(row, finder, facts, faults));
  const changes: ListChange[] = [];
  let unchanged = 0;
  const taken = new Map<string, number>();
  const known = index(facts.register);
  for (const group of groupsOf(read, faults)) {
    const [first] = group;
    const found = match(first!, known, faults);
    if (found === 'asked') continue;
    const before = found && taken.get(found.id);
    if (found && before !== undefined) {
      faults.push({ line: first!.line, field: 'name', code: 'person-twice', params: { row: String(before) } });
      continue;
    }
    if (found) taken.set(found.id, first!.line);
    const change = found ? changeOf(group, found, facts, faults) : newcomer(group, facts, faults);
    if (change) changes.push(change);
    else unchanged += 1;
  }
  return { changes: faults.length > 0 ? [] : changes, unchanged, faults };
}

function readRow(row: ListRow, finder: UnitFinder, facts: ListFacts, faults: ListFault[]): ReadRow {
  const { line, typed } = row;
  const fault = (field: ListField, code: string, params: Record<string, string> = {}) =>
    faults.push({ line, field, code, params });
  const { particulars, faults: wrong } = readParticulars(typed);
  for (const field of wrong) fault(field, `wrong-${field}`, { text: typed[field].slice(0, 60) });
  if (!KEYS.some((key) => typed[key].trim() !== '')) fault('phone', 'key-needed');
  const leaves = facts.leaves(typed.leaves);
  if (leaves === undefined) fault('leaves', 'leaves-unclear', { text: typed.leaves.slice(0, 60) });
  const role = facts.roleOf(typed.role);
  if (leaves && typed.unit.trim() === '') return { line, particulars, leaves };
  if (role === undefined) {
    fault('role', typed.role.trim() === '' ? 'role-empty' : 'role-unknown', { text: typed.role.slice(0, 60) });
  }
  const unit = typed.unit.trim() === '' ? 'empty' : finder.find(typed.unit);
  if (unit === 'empty') fault('unit', 'unit-empty');
  else if (unit === 'unknown') fault('unit', 'unit-unknown', { text: typed.unit.slice(0, 80) });
  else if ('oneOf' in unit) {
    const names = unit.oneOf.slice(0, 4).map((one) => `${finder.nameOf(one)} (${one.code})`);
    fault('unit', 'unit-ambiguous', { text: typed.unit.slice(0, 80), units: names.join('; ') });
  } else if (role !== undefined) {
    const held = { unit: unit.unit.code, role };
    if (facts.managesRole(held)) return { line, particulars, leaves: leaves ?? false, held };
    fault(role === 'admin' ? 'role' : 'unit', role === 'admin' ? 'role-outside' : 'unit-outside', {
      unit: unit.unit.name,
    });
  }
  return { line, particulars, leaves: leaves ?? false };
}

/** Rows of one person: those with the same staff number, else mail address, else telephone number and name. */
function groupsOf(rows: readonly ReadRow[], faults: ListFault[]): ReadRow[][] {
  const groups = new Map<string, ReadRow[]>();
  const mail = new Map<string, string>();
  // One name and telephone: two people only where two staff numbers say so.
  const desks = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const { code, email, phone, name } = row.particulars;
    const key = code ? `code ${fold(code)}` : email ? `email ${email}` : `phone ${phone} ${fold(name)}`;
    const group = groups.get(key);
    if (group) {
      const other = differing(group[0]!.particulars, row.particulars);
      if (other)
        faults.push({ line: row.line, field: other, code: 'rows-differ', params: { row: String(group[0]!.line) } });
      group.push(row);
    } else {
      groups.set(key, [row]);
      const desk = phone === undefined ? [] : (desks.get(`${phone} ${fold(name)}`) ?? []);
      const like = desk.find((one) => one.particulars.code === undefined || code === undefined);
      if (like)
        faults.push({ line: row.line, field: 'code', code: 'person-twice', params: { row: String(like.line) } });
      if (phone !== undefined) desks.set(`${phone} ${fold(name)}`, [...desk, row]);
    }
    const owner = email === undefined ? key : (mail.get(email) ?? key);
    if (owner !== key) faults.push({ line: row.line, field: 'email', code: 'email-twice', params: { email: email! } });
    if (email !== undefined) mail.set(email, owner);
  }
  return [...groups.values()];
}

const FIELDS = ['name', 'title', 'code', 'phone', 'email'] as const;

const differing = (a: Particulars, b: Particulars): keyof Particulars | undefined =>
  FIELDS.find((field) => (a[field] ?? '') !== (b[field] ?? ''));

/** People by what they are known by; of those who left, addresses may be somebody else's by now. */
interface Index {
  code: Map<string, RegisteredPerson[]>;
  here: Record<'email' | 'phone', Map<string, RegisteredPerson[]>>;
  gone: Record<'email' | 'phone', Map<string, RegisteredPerson[]>>;
}

function index(register: readonly RegisteredPerson[]): Index {
  const by = (key: (typeof KEYS)[number], people: readonly RegisteredPerson[]) =>
    Map.groupBy(
      people.filter((person) => person[key] !== undefined),
      (person) => fold(person[key]!),
    );
  const addresses = (people: readonly RegisteredPerson[]) => ({
    email: by('email', people),
    phone: by('phone', people),
  });
  return {
    code: by('code', register),
    here: addresses(register.filter((person) => person.active)),
    gone: addresses(register.filter((person) => !person.active)),
  };
}

/** Whom the row is about, nobody yet, or a question. */
function match(row: ReadRow, known: Index, faults: ListFault[]): RegisteredPerson | undefined | 'asked' {
  const { name } = row.particulars;
  const ask = (field: ListField, code: string, people: readonly RegisteredPerson[]) => {
    const names = people.map((person) => person.name).join(', ');
    faults.push({ line: row.line, field, code, params: { name, people: names } });
    return 'asked' as const;
  };
  const { code, email, phone } = row.particulars;
  const at = (map: Map<string, RegisteredPerson[]>, value: string | undefined) =>
    value === undefined ? [] : (map.get(fold(value)) ?? []);
  const isNamed = (person: RegisteredPerson) => fold(person.name) === fold(name);
  // Known by an address, but under two staff numbers: a colleague at the same desk, or a mistake.
  const checked = (person: RegisteredPerson) =>
    person.code !== undefined && code !== undefined && fold(person.code) !== fold(code)
      ? ask('code', 'other-code', [person])
      : person;
  const sure = [...new Set([...at(known.code, code), ...at(known.here.email, email)])];
  if (sure.length > 1) return ask('code', 'two-people', sure);
  if (sure[0]) return checked(sure[0]);
  const byPhone = at(known.here.phone, phone);
  // A mail address says more than a telephone, even of who has left.
  const alike = [at(known.gone.email, email), byPhone, at(known.gone.phone, phone)]
    .map((people) => people.filter(isNamed))
    .find((people) => people.length > 0);
  if (alike) {
    const isLeft = row.leaves && alike.every((person) => !person.active);
    return alike.length > 1 && !isLeft ? ask('phone', 'two-people', alike) : checked(alike[0]!);
  }
  // Colleagues share telephones, people marry: with nothing else to go by the list must say who it is.
  if (byPhone.length > 0 && !row.particulars.code && !row.particulars.email)
    return ask('phone', 'phone-of-another', byPhone);
  return undefined;
}

function newcomer(group: readonly ReadRow[], facts: ListFacts, faults: ListFault[]): ListChange | undefined {
  const [first] = group;
  if (group.some((row) => row.leaves)) {
    faults.push({
      line: first!.line,
      field: 'leaves',
      code: 'leaves-unknown',
      params: { name: first!.particulars.name },
    });
    return undefined;
  }
  return { sort: 'add', line: first!.line, particulars: first!.particulars, roles: rolesIn(group) };
}

function changeOf(
  group: readonly ReadRow[],
  person: RegisteredPerson,
  facts: ListFacts,
  faults: ListFault[],
): ListChange | undefined {
  const { line, particulars } = group[0]!;
  const { id, name } = person;
  const wanted = rolesIn(group);
  const isHeld = (list: readonly GivenRole[], held: GivenRole) =>
    list.some((one) => one.unit === held.unit && one.role === held.role);
  const gives = wanted.filter((held) => !isHeld(person.roles, held));
  // What the reader does not manage, and administering, is left as it is.
  const ends = person.roles.filter((held) => held.role !== 'admin' && facts.managesRole(held) && !isHeld(wanted, held));
  const leaves = group.some((row) => row.leaves);
  // An empty cell takes nothing away.
  const after: Particulars = {
    name: particulars.name,
    title: particulars.title || person.title,
    code: particulars.code ?? person.code,
    phone: particulars.phone ?? person.phone,
    email: particulars.email ?? person.email,
  };
  const fields = FIELDS.filter((field) => (after[field] ?? '') !== (person[field] ?? ''));
  const back = !person.active && !leaves;
  const nothing = leaves ? !person.active : fields.length + gives.length + ends.length === 0 && !back;
  if (nothing) return undefined;
  if (!facts.managesPerson(person) || (leaves && id === facts.actor)) {
    const code = leaves && id === facts.actor ? 'leaves-yourself' : 'person-outside';
    faults.push({ line, field: leaves ? 'leaves' : 'name', code, params: { name: particulars.name } });
    return undefined;
  }
  // Another name under a known address: who takes over a mailbox is not who leaves.
  if (leaves && fold(particulars.name) !== fold(name)) {
    faults.push({ line, field: 'name', code: 'leaves-other-name', params: { name: particulars.name, people: name } });
    return undefined;
  }
  if (leaves) return { sort: 'leave', line, id, name };
  return { sort: 'change', line, id, name, particulars: after, fields, gives, ends, back };
}

function rolesIn(group: readonly ReadRow[]): GivenRole[] {
  const held = group.flatMap((row) => row.held ?? []);
  return held.filter((one, at) => held.findIndex((other) => other.unit === one.unit && other.role === one.role) === at);
}
