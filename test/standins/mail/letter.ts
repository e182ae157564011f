/** One letter as a mailbox shows it; `from` and `to` are those of the envelope. */
export interface Letter {
  from: string;
  to: string[];
  /** By name in lower case, decoded; each name once, for a header that stands twice was injected. */
  headers: Record<string, string>;
  text: string;
  attachments: { name: string; content: Buffer }[];
}

/** Reads a letter as it came over the line. Throws where a header stands twice. */
export function readLetter(raw: string): Pick<Letter, 'headers' | 'text' | 'attachments'> {
  const { headers, body } = readPart(raw);
  const boundary = parameter(headers['content-type'] ?? '', 'boundary');
  if (boundary === undefined) return { headers, text: decoded(headers, body).toString('utf8'), attachments: [] };
  const [first, ...files] = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n/, '').replace(/\r\n$/, '')));
  return {
    headers,
    text: decoded(first!.headers, first!.body).toString('utf8'),
    attachments: files.map((file) => ({
      name: parameter(file.headers['content-disposition'] ?? '', 'filename') ?? '',
      content: decoded(file.headers, file.body),
    })),
  };
}

function readPart(raw: string): { headers: Record<string, string>; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) throw new Error(`not a header: ${line}`);
    if (name.toLowerCase() in headers) throw new Error(`the header ${name} stands twice`);
    headers[name.toLowerCase()] = decodedWords(value!);
  }
  return { headers, body: raw.slice(end + 4) };
}

function decoded(headers: Record<string, string>, body: string): Buffer {
  const encoding = headers['content-transfer-encoding']?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r\n/g, ''));
  return Buffer.from(body);
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(/(=[\dA-F]{2})/i)
      .map((piece) => (/^=[\dA-F]{2}$/i.test(piece) ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  );

/** RFC 2047: neighbouring encoded words are one text. */
function decodedWords(value: string): string {
  return value.replace(/=\?utf-8\?[bq]\?[^?]*\?=(\s+=\?utf-8\?[bq]\?[^?]*\?=)*/gi, (run) =>
    Buffer.concat(
      [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how, word]) =>
        how!.toLowerCase() === 'b' ? Buffer.from(word!, 'base64') : quotedPrintable(word!.replaceAll('_', ' ')),
      ),
    ).toString('utf8'),
  );
}

/** A parameter of a header, also where RFC 2231 spreads and escapes it. */
function parameter(header: string, name: string): string | undefined {
  const pieces = [...header.matchAll(new RegExp(`;\\s*${name}(?:\\*\\d+)?(\\*?)=(?:"([^"]*)"|([^;\\s]*))`, 'gi'))];
  if (pieces.length === 0) return undefined;
  const joined = pieces.map(([, , quoted, bare]) => quoted ?? bare ?? '').join('');
  return pieces[0]![1] === '*' ? decodeURIComponent(joined.replace(/^utf-8''/i, '')) : joined;
}
