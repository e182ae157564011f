import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../shared/index.js';
import { type Role, type Unit, UnitTree } from '../../units/index.js';
import type { RegisteredPerson } from '../registered-person.js';
import { LIST_FIELDS, type ListPlan, type ListRow } from './list-row.js';
import { appliedTo } from './applied-to.js';
import { planList } from './plan-list.js';

const unit = (code: string, name: string, parent?: string): Unit => ({
  ...{ code, name, parent, kind: 'k', level: 'l', traits: [], leads: [], member: true, provenance: '' },
});
const tree = new UnitTree([
  unit('01', 'Ủy ban nhân dân Thành phố'),
  unit('020', 'Huyện Thanh Trì', '01'),
  unit('018', 'Huyện Gia Lâm', '01'),
  unit('00667', 'Xã Ngũ Hiệp', '020'),
  unit('00640', 'Xã Đông Mỹ', '020'),
  unit('00999', 'Xã Đông Mỹ', '018'),
  unit('so-vh', 'Sở Văn hóa, Thể thao và Du lịch', '01'),
]);

const ROLES: Record<string, Role> = {
  'can bo bao cao': 'official',
  'lanh dao don vi': 'head',
  'can bo theo doi': 'supervisor',
  'quan tri': 'admin',
};

let line = 2;
const row = (given: Partial<ListRow['typed']>): ListRow => ({
  line: (line += 1),
  typed: {
    ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, ''])) as ListRow['typed']),
    ...{ name: 'Nguyễn Thị Mai', phone: '0912345678', unit: 'Xã Ngũ Hiệp', role: 'Cán bộ báo cáo' },
    ...given,
  },
});
const person = (given: Partial<RegisteredPerson>): RegisteredPerson => ({
  ...{ id: 'mai', name: 'Nguyễn Thị Mai', title: '', active: true, chats: [], phone: '+84912345678' },
  roles: [{ unit: '00667', role: 'official' }],
  ...given,
});

const plan = (
  rows: readonly ListRow[],
  register: readonly RegisteredPerson[] = [],
  managed?: readonly string[],
): ListPlan => {
  const managesRole = (held: { unit: string; role: Role }) =>
    managed === undefined || (held.role !== 'admin' && managed.includes(held.unit));
  return planList(rows, {
    register,
    tree,
    roleOf: (text) => ROLES[fold(text)],
    leaves: (text) => ({ '': false, x: true, co: true })[fold(text)],
    managesRole,
    managesPerson: (one) => one.roles.every(managesRole),
    actor: 'ha',
  });
};
const codes = (found: ListPlan) => found.faults.map((fault) => `${fault.field} ${fault.code}`);

describe('a list of people', () => {
  it('adds who is not known, with two roles where there are two rows', () => {
    const found = plan([row({ code: 'CB1' }), row({ code: 'CB1', unit: '020', role: 'lanh dao don vi' })]);
    expect(found.faults).toEqual([]);
    expect(found.changes).toEqual([
      expect.objectContaining({
        sort: 'add',
        particulars: expect.objectContaining({ name: 'Nguyễn Thị Mai', phone: '+84912345678' }),
        roles: [
          { unit: '00667', role: 'official' },
          { unit: '020', role: 'head' },
        ],
      }),
    ]);
  });

  it('changes nothing where it says what is known', () => {
    expect(plan([row({})], [person({})])).toEqual({ changes: [], unchanged: 1, faults: [] });
  });

  it('moves who has another unit now, lets go who leaves, takes back who returns', () => {
    const [moved] = plan([row({ unit: 'xa dong my, thanh tri' })], [person({})]).changes;
    expect(moved).toMatchObject({
      sort: 'change',
      gives: [{ unit: '00640', role: 'official' }],
      ends: [{ unit: '00667', role: 'official' }],
    });
    expect(plan([row({ leaves: 'Có' })], [person({})]).changes).toMatchObject([{ sort: 'leave', id: 'mai' }]);
    expect(plan([row({ leaves: 'x', unit: '', role: '' })], [person({})]).changes).toMatchObject([{ sort: 'leave' }]);
    const gone = person({ active: false, code: 'CB1' });
    expect(plan([row({ code: 'cb1', leaves: 'x' })], [gone]).changes).toEqual([]);
    expect(plan([row({ code: 'cb1' })], [gone]).changes).toMatchObject([{ sort: 'change', back: true }]);
  });

  it('takes nothing away by an empty cell', () => {
    const known = person({ title: 'văn phòng', email: 'mai@x.gov.vn', code: 'CB1' });
    expect(plan([row({})], [known]).changes).toEqual([]);
  });

  it('finds a unit by code, by name without accents, by its end, and asks where there are two', () => {
    for (const text of ['00667', 'XA NGU HIEP', 'Ngũ Hiệp', 'Xã Ngũ Hiệp - huyện Thanh Trì'])
      expect([text, plan([row({ unit: text })]).changes]).toMatchObject([text, [{ roles: [{ unit: '00667' }] }]]);
    expect(plan([row({ unit: 'Sở văn hoá, thể thao và du lịch' })]).faults).toEqual([]);
    const [asked] = plan([row({ unit: 'Đông Mỹ' })]).faults;
    expect(asked).toMatchObject({ code: 'unit-ambiguous', field: 'unit' });
    expect(asked!.params['units']).toContain('Huyện Gia Lâm');
    expect(codes(plan([row({ unit: 'Xã Không Có' })]))).toEqual(['unit unit-unknown']);
  });

  it('asks where a row fits two people, and never guesses', () => {
    const lan = person({ id: 'lan', name: 'Đỗ Thị Lan', email: 'lan@x.gov.vn', phone: '+84988888888' });
    const mai = person({ code: 'CB1' });
    expect(codes(plan([row({ code: 'CB1', email: 'lan@x.gov.vn' })], [mai, lan]))).toEqual(['code two-people']);
    expect(codes(plan([row({})], [person({}), person({ id: 'other' })]))).toEqual(['phone two-people']);
    expect(codes(plan([row({ name: 'Trần Văn Khác' })], [person({})]))).toEqual(['phone phone-of-another']);
    expect(codes(plan([row({ code: 'CB2' })], [mai]))).toEqual(['code other-code']);
    const shared = row({ name: 'Trần Văn Khác', code: 'CB9' });
    expect(plan([shared], [person({})]).changes).toMatchObject([{ sort: 'add' }]);
    expect(
      codes(
        plan([row({ code: 'CB1' }), row({ email: 'mai@x.gov.vn', phone: '' })], [{ ...mai, email: 'mai@x.gov.vn' }]),
      ),
    ).toEqual(['name person-twice']);
  });

  it.each<[string, Partial<ListRow['typed']>, string]>([
    ['no name', { name: ' ' }, 'name wrong-name'],
    ['a telephone number with letters', { phone: '0912 abc' }, 'phone wrong-phone'],
    ['a wrong mail address', { email: 'mai@' }, 'email wrong-email'],
    ['nothing to be known by', { phone: '' }, 'phone key-needed'],
    ['an unknown role', { role: 'trưởng ban' }, 'role role-unknown'],
    ['no role', { role: '' }, 'role role-empty'],
    ['no unit', { unit: '' }, 'unit unit-empty'],
    ['an unclear word for leaving', { leaves: 'có lẽ' }, 'leaves leaves-unclear'],
    ['somebody unknown who leaves', { leaves: 'x' }, 'leaves leaves-unknown'],
  ])('names %s by its cell, and changes nothing', (_what, given, fault) => {
    const found = plan([row({ phone: '0977777777', name: 'Lê Văn Tốt' }), row(given)]);
    expect(codes(found)).toEqual([fault]);
    expect(found.changes).toEqual([]);
  });

  it('names rows of one person that differ, and one address with two people', () => {
    expect(codes(plan([row({ code: 'A' }), row({ code: 'A', title: 'phó' })]))).toEqual(['title rows-differ']);
    const twice = plan([row({ code: 'A', email: 'a@x.vn' }), row({ code: 'B', email: 'a@x.vn' })]);
    expect(codes(twice)).toEqual(['email email-twice']);
  });

  it('stays within what its reader manages', () => {
    expect(codes(plan([row({ unit: '018' })], [], ['00667']))).toEqual(['unit unit-outside']);
    expect(codes(plan([row({ role: 'quản trị' })], [], ['00667']))).toEqual(['role role-outside']);
    const both = person({ roles: [...person({}).roles, { unit: '018', role: 'head' }] });
    expect(plan([row({})], [both], ['00667']).changes).toEqual([]);
    expect(codes(plan([row({ title: 'mới' })], [both], ['00667']))).toEqual(['name person-outside']);
    const admin = person({ roles: [...person({}).roles, { unit: '01', role: 'admin' }] });
    expect(plan([row({})], [admin]).changes).toEqual([]);
    expect(codes(plan([row({ leaves: 'x' })], [person({ id: 'ha' })]))).toEqual(['leaves leaves-yourself']);
  });

  it('gives nobody a name under which another is known by the same telephone alone', () => {
    const hung = person({ id: 'hung', name: 'Trần Văn Hùng' });
    const list = [row({ name: 'Trần Văn Hùng', code: 'A', phone: '' }), row({ name: 'Trần Văn Hùng' })];
    expect(codes(plan(list, [hung, person({ code: 'A' })]))).toEqual(['phone two-people']);
  });

  it('says the same of what it has done: any list that was applied changes nothing when it is read again', () => {
    const some = fc.record({
      name: fc.constantFrom('Nguyễn Thị Mai', 'Đỗ Thị Lan', 'Trần Văn Hùng'),
      code: fc.constantFrom('', 'A', 'B', 'C'),
      phone: fc.constantFrom('', '0912345678', '0987654321'),
      email: fc.constantFrom('', 'a@x.vn', 'b@x.vn'),
      unit: fc.constantFrom('00667', '020', '00640'),
      role: fc.constantFrom('Cán bộ báo cáo', 'Lãnh đạo đơn vị'),
      leaves: fc.constantFrom('', '', '', 'x'),
    });
    let applied = 0;
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), fc.array(some, { maxLength: 6 }), (before, list) => {
        const rows = list.map(row);
        const register = appliedTo([], plan(before.map((one) => row({ ...one, leaves: '' }))).changes);
        const first = plan(rows, register);
        if (first.faults.length > 0) return;
        applied += first.changes.length;
        expect(plan(rows, appliedTo(register, first.changes))).toMatchObject({ changes: [], faults: [] });
      }),
      { numRuns: 3000 },
    );
    expect(applied).toBeGreaterThan(50);
  });
});
