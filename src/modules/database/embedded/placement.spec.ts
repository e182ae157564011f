import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canReach } from './account.js';
import { mendLibraryLinks } from './binaries.js';
import { holderOf } from './lock-file.js';
import { place } from './placement.js';

let folder: string;
const binaries = () => ({ root: path.join(folder, 'closed/native'), version: '18.0.0' });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nhip-place-'));
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'closed/native/bin'), { recursive: true });
  writeFileSync(path.join(folder, 'closed/native/bin/postgres'), '', { mode: 0o755 });
  chmodSync(path.join(folder, 'closed'), 0o700);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stranger = { uid: 64_999, gid: 64_999 };

describe('the place of the embedded server', () => {
  it('cannot be under a folder closed to its account', () => {
    expect(canReach(path.join(folder, 'closed/native/bin/postgres'), stranger)).toBe(false);
    chmodSync(path.join(folder, 'closed'), 0o711);
    expect(canReach(path.join(folder, 'closed/native/bin/postgres'), stranger)).toBe(true);
  });

  it('is one that the account it runs as can reach, with the programs as well', () => {
    const at = place(binaries(), path.join(folder, 'data/postgres'));
    expect(at.home).toBe(path.join(folder, 'data/postgres'));
    expect(existsSync(path.join(at.bin, 'postgres'))).toBe(true);
    expect(statSync(at.home).mode & 0o077).toBe(0);
    // An ordinary user's server is that user; root's is somebody else, and must not be able to be root.
    if (process.getuid!() === 0) {
      expect(at.account!.uid).not.toBe(0);
      expect(statSync(at.home).uid).toBe(at.account!.uid);
      expect(canReach(path.join(at.bin, 'postgres'), at.account!)).toBe(true);
    } else {
      expect(at.account).toBeUndefined();
      expect(at.bin).toBe(path.join(binaries().root, 'bin'));
    }
    expect(place(binaries(), path.join(folder, 'data/postgres'))).toEqual(at);
  });

  it('stays where the pointer says after the project has been moved', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(path.join(folder, 'moved'));
    mkdirSync(elsewhere);
    writeFileSync(path.join(folder, 'moved/location'), `${elsewhere}\n`);
    expect(place(binaries(), path.join(folder, 'moved')).home).toBe(elsewhere);
  });
});

describe('the library links of the package', () => {
  it('are made again where npm has dropped them', () => {
    const { root } = binaries();
    mkdirSync(path.join(root, 'lib'));
    writeFileSync(path.join(root, 'lib/libicuuc.so.60.2'), 'icu');
    symlinkSync('libicuuc.so.60.2', path.join(root, 'lib/libicuuc.so'));
    const link = (target: string) => ({ source: 'native/lib/libicuuc.so.60.2', target: `native/lib/${target}` });
    writeFileSync(path.join(root, 'pg-symlinks.json'), JSON.stringify([link('libicuuc.so'), link('libicuuc.so.60')]));
    mendLibraryLinks(root);
    mendLibraryLinks(root);
    expect(existsSync(path.join(root, 'lib/libicuuc.so.60'))).toBe(true);
  });
});

describe('the holder of the data folder', () => {
  it('is nobody where the recorded number belongs to another program or to none', () => {
    expect(holderOf('/anywhere', process.pid)).toBe('none');
    expect(holderOf('/anywhere', 2 ** 22 + 1)).toBe('none');
    expect(holderOf('/anywhere', 0)).toBe('none');
  });
});
