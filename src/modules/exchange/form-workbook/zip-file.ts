import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Far more parts than any workbook has; each costs a header. */
const MOST_PARTS = 5000;

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where its local header stands. */
  at: number;
}

/**
 * The parts of a zip file, unpacked. What its directory announces is only believed as far as it is bad news: unpacking
 * itself stops once all parts together exceed `most` bytes, and a part that is not what was announced makes the file
 * unreadable. Nothing but these parts should be given to other readers: two readers may find different ones in one file.
 */
export async function unzip(
  file: Buffer,
  most: number,
): Promise<Map<string, Buffer> | 'unreadable' | 'unpacks-too-large' | 'encrypted'> {
  const entries = directoryOf(file);
  if (!entries) return 'unreadable';
  if (entries.some((entry) => (entry.flags & 1) === 1)) return 'encrypted';
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > most) return 'unpacks-too-large';
  const parts = new Map<string, Buffer>();
  let left = most;
  for (const entry of entries.filter((one) => !one.name.endsWith('/'))) {
    const part = await partOf(file, entry, left);
    if (typeof part === 'string') return part;
    if (parts.has(entry.name) || part.length !== entry.unpacked || crc32(part) !== entry.crc) return 'unreadable';
    parts.set(entry.name, part);
    left -= part.length;
  }
  return parts;
}

async function partOf(file: Buffer, entry: Entry, most: number): Promise<Buffer | 'unreadable' | 'unpacks-too-large'> {
  const { at } = entry;
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL_HEADER) return 'unreadable';
  const from = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + entry.packed > file.length) return 'unreadable';
  const packed = file.subarray(from, from + entry.packed);
  if (entry.method === STORED) return packed.length > most ? 'unpacks-too-large' : packed;
  if (entry.method !== DEFLATED) return 'unreadable';
  try {
    return await inflate(packed, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacks-too-large' : 'unreadable';
  }
}

function directoryOf(file: Buffer): Entry[] | undefined {
  const end = endOfDirectory(file);
  if (end === undefined) return undefined;
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) return undefined;
  let at = file.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record that closes a zip file stands before a comment of at most 65,535 bytes. */
function endOfDirectory(file: Buffer): number | undefined {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at--) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}

/** A zip file of these parts, none of them packed. */
export function zipOf(parts: ReadonlyMap<string, Buffer>): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, part] of parts) {
    const named = Buffer.from(name, 'utf8');
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(part), 0);
    sizes.writeUInt32LE(part.length, 4);
    sizes.writeUInt32LE(part.length, 8);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL_HEADER, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(UTF8, 6);
    sizes.copy(local, 14);
    local.writeUInt16LE(named.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(DIRECTORY_ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(UTF8, 8);
    sizes.copy(entry, 16);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(at, 42);
    pieces.push(local, named, part);
    directory.push(entry, named);
    at += local.length + named.length + part.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** Names of parts are written in UTF-8. */
const UTF8 = 0x0800;
