import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { DataFolder } from './data-folder.js';

const schema = z.strictObject({
  code: z.string().regex(/^[a-z]+$/, 'must be letters'),
  name: z.string(),
  note: z.string().optional(),
});

let root: string;
let folder: DataFolder;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'nhip-data-'));
  folder = new DataFolder(root);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (file: string, content: string | Buffer): void => writeFileSync(path.join(root, file), content);

describe('a CSV file of a data folder', () => {
  it('gives its rows with the lines they stand on', () => {
    write('a.csv', 'code,name\na,"Một, hai"\n\nb,Ba\n');
    expect(folder.csv('a.csv', schema)).toEqual([
      { line: 2, value: { code: 'a', name: 'Một, hai' } },
      { line: 4, value: { code: 'b', name: 'Ba' } },
    ]);
    expect(folder.faults).toEqual([]);
  });

  it('may have an optional column or lack it', () => {
    write('a.csv', 'code,name,note\na,A,seen\n');
    expect(folder.csv('a.csv', schema)[0]?.value).toEqual({ code: 'a', name: 'A', note: 'seen' });
    expect(folder.faults).toEqual([]);
  });

  it('leaves out a row that does not fit and names it', () => {
    write('a.csv', 'code,name\nA1,Một\nb,Hai\n');
    expect(folder.csv('a.csv', schema).map((row) => row.line)).toEqual([3]);
    expect(folder.faults).toEqual([{ file: 'a.csv', row: 2, reason: '"code": must be letters' }]);
  });

  it('gives text that is not NFC as NFC, and names it', () => {
    write('a.csv', `code,name\na,${'Kế hoạch'.normalize('NFD')}\n`);
    expect(folder.csv('a.csv', schema)[0]?.value.name).toBe('Kế hoạch');
    expect(folder.faults).toEqual([{ file: 'a.csv', row: 2, reason: '"name" is not in Unicode NFC' }]);
  });

  it('is a fault where it is a folder, missing, empty or not text', () => {
    mkdirSync(path.join(root, 'folder.csv'));
    write('empty.csv', '');
    write('bytes.csv', Buffer.from([0xff, 0xfe, 0x00]));
    for (const file of ['folder.csv', 'missing.csv', 'empty.csv', 'bytes.csv'])
      expect(folder.csv(file, schema)).toEqual([]);
    expect(folder.faults.map((fault) => `${fault.file}: ${fault.reason}`)).toEqual([
      'folder.csv: cannot be read: EISDIR',
      'missing.csv: is missing',
      'empty.csv: lacks the column code, name',
      'bytes.csv: is not text in UTF-8',
    ]);
  });
});

describe('a YAML file of a data folder', () => {
  const wanted = z.strictObject({ list: z.array(z.strictObject({ n: z.int() })) });

  it('gives its content', () => {
    write('a.yaml', 'list:\n  - n: 1\n');
    expect(folder.yaml('a.yaml', wanted)).toEqual({ list: [{ n: 1 }] });
  });

  it('names what does not fit by the path of the key', () => {
    write('a.yaml', 'list:\n  - n: 1\n  - n: one\n');
    expect(folder.yaml('a.yaml', wanted)).toBeUndefined();
    expect(folder.faults.map((fault) => fault.row)).toEqual(['list.1.n']);
  });

  it('names the line where it is no YAML, and a key that stands twice', () => {
    write('a.yaml', 'list: []\nlist: []\n');
    expect(folder.yaml('a.yaml', wanted)).toBeUndefined();
    expect(folder.faults).toEqual([
      { file: 'a.yaml', row: 2, reason: 'is not YAML: Map keys must be unique at line 2, column 1:' },
    ]);
  });
});
