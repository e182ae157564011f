import { crc32, deflateRawSync } from 'node:zlib';
import { unzip } from '../../src/modules/exchange/form-workbook/zip-file.js';

export type Parts = Map<string, Buffer>;

/** The parts of a good workbook, to be spoilt. */
export async function partsOf(file: Buffer): Promise<Parts> {
  const parts = await unzip(file, 100_000_000);
  if (typeof parts === 'string') throw new Error(parts);
  return parts;
}

/** One part's text with `change` applied. */
export function rewritten(parts: Parts, name: string, change: (text: string) => string): Parts {
  const part = parts.get(name);
  if (!part) throw new Error(`no part ${name}`);
  const changed = change(part.toString('utf8'));
  if (changed === part.toString('utf8')) throw new Error(`${name} is as it was`);
  return new Map(parts).set(name, Buffer.from(changed, 'utf8'));
}

/** A zip file whose parts are packed, as spreadsheet programs write them; `announced` are sizes that it claims instead. */
export function packed(parts: Parts, announced: Record<string, number> = {}): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, part] of parts) {
    const data = deflateRawSync(part);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(part), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(announced[name] ?? part.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    body.push(Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), data);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, rest, Buffer.from(name));
    at += 4 + fields.length + name.length + data.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...body, index, Buffer.from('PK\u0005\u0006'), end]);
}
