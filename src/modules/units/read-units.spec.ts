import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolder, describeFault } from '../shared/index.js';
import { readUnits } from './read-units.js';

const KINDS = `kinds:
  top: { level: top, title: { vi: Trên, en: Top }, traits: [town] }
  low:
    level: low
    title: { vi: Dưới, en: Low }
    types: { Phường: [town], Xã: [village] }
  desk:
    level: low
    title: { vi: Phòng, en: Desk }
    traits: []
    for-each: { kind: low, code: '{code}-desk', name: 'Phòng {name}', name-en: 'Desk of {name-en}', provenance: rule }
files: { low.csv: { kind: low, unread: [counted] } }
parents: { low: top }
ignore-validity: false
`;
const BODIES = 'code,name_vi,name_en,kind,level,parent_code,member,provenance\n01,Trên,Top,top,top,,true,seen\n';
const LOW =
  'code,name_vi,type,parent_code,counted,valid_from,valid_to,provenance\n001,Phường Một,Phường,01,14,,2025-06-30,seen\n002,Xã Hai,Xã,01,9,,,seen\n';
const LEADS = 'lead_agency,level,unit,kind,note\nVăn phòng,top,01,,\nCán bộ,low,,low,\n';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'nhip-units-'));
  mkdirSync(path.join(root, 'units'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function read(changed: Record<string, string> = {}) {
  const files = { 'kinds.yaml': KINDS, 'bodies.csv': BODIES, 'low.csv': LOW, 'lead-agencies.csv': LEADS, ...changed };
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, 'units', file), text);
  const folder = new DataFolder(root);
  return { ...readUnits(folder, ['top', 'low']), faults: folder.faults.map(describeFault) };
}

describe('reading units', () => {
  it('gives bodies, the units of each file and those made by rule', () => {
    const { units, faults } = read();
    expect(faults).toEqual([]);
    expect(units.map((unit) => [unit.code, unit.name, unit.kind, unit.parent])).toEqual([
      ['01', 'Trên', 'top', undefined],
      ['001', 'Phường Một', 'low', '01'],
      ['002', 'Xã Hai', 'low', '01'],
      ['001-desk', 'Phòng phường Một', 'desk', '001'],
      ['002-desk', 'Phòng xã Hai', 'desk', '002'],
    ]);
  });

  it('takes traits from the type, else from the kind', () => {
    expect(read().units.map((unit) => unit.traits)).toEqual([['town'], ['town'], ['village'], [], []]);
  });

  it('keeps dates of validity unless the profile says to ignore them', () => {
    const validTo = (kinds: string) => read({ 'kinds.yaml': kinds }).units.find((unit) => unit.code === '001')?.validTo;
    expect(validTo(KINDS)).toBe('2025-06-30');
    expect(validTo(KINDS.replace('ignore-validity: false', 'ignore-validity: true'))).toBeUndefined();
  });

  it('writes the names of lead agencies into the units that they stand for', () => {
    const { units, leadAgencies } = read();
    expect(units.map((unit) => unit.leads)).toEqual([['Văn phòng'], ['Cán bộ'], ['Cán bộ'], [], []]);
    expect([...leadAgencies]).toEqual(['top/Văn phòng', 'low/Cán bộ']);
  });

  it.each([
    [
      'a kind that is unknown',
      'bodies.csv',
      BODIES.replace(',top,top,', ',tip,top,'),
      'units/bodies.csv:2: kind "tip" is unknown',
    ],
    [
      'a level that is not the kind’s',
      'bodies.csv',
      BODIES.replace(',top,top,', ',top,low,'),
      'units/bodies.csv:2: level "low" is not the level of kind "top" (top)',
    ],
    [
      'a level that is unknown',
      'kinds.yaml',
      KINDS.replace('level: top', 'level: tip'),
      'units/kinds.yaml:kinds.top.level: level "tip" is unknown',
    ],
    [
      'a file of an unknown kind',
      'kinds.yaml',
      KINDS.replace('kind: low, unread', 'kind: lower, unread'),
      'units/kinds.yaml:files.low.csv: kind "lower" is unknown',
    ],
    [
      'units in a circle',
      'bodies.csv',
      BODIES.replace('top,,true', 'top,01,true'),
      'units/kinds.yaml:parents: units stand under each other in a circle: 01 → 01',
    ],
    [
      'a lead agency mapped twice',
      'lead-agencies.csv',
      `${LEADS}Văn phòng,top,01,,\n`,
      'units/lead-agencies.csv:4: "Văn phòng" is mapped twice at level "top"',
    ],
    [
      'a lead agency mapped to nothing',
      'lead-agencies.csv',
      LEADS.replace('top,01', 'top,'),
      'units/lead-agencies.csv:2: needs either a unit or a kind',
    ],
  ])('names %s', (_name, file, text, fault) => {
    expect(read({ [file]: text }).faults).toContain(fault);
  });
});
