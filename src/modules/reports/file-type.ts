/** The kinds of file that are taken, told by what they begin with and never by their name. */
const KINDS: { type: string; ending: RegExp; begins: number[] }[] = [
  { type: 'application/pdf', ending: /\.pdf$/i, begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', ending: /\.png$/i, begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', ending: /\.jpe?g$/i, begins: [0xff, 0xd8, 0xff] },
  {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: /\.xlsx$/i,
    begins: [0x50, 0x4b, 0x03, 0x04],
  },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: /\.docx$/i,
    begins: [0x50, 0x4b, 0x03, 0x04],
  },
];

/** Kinds that their beginning tells for sure; what begins like an archive may be anything. */
const SURE = KINDS.filter(({ type }) => ['application/pdf', 'image/png', 'image/jpeg'].includes(type));

/** The media type of a file whose content and name agree; undefined for everything that is not taken. */
export function fileType(name: string, content: Buffer): string | undefined {
  return KINDS.find(({ ending, begins }) => ending.test(name) && begins.every((byte, at) => content[at] === byte))
    ?.type;
}

/**
 * The name with the ending that its content has, where a messenger or a phone gave a picture the wrong one or a file none:
 * nobody who sent it could tell why it was refused. Any other name stays, and is refused where it does not agree.
 */
export function namedByContent(name: string, content: Buffer): string {
  const kind = SURE.find(({ begins }) => begins.every((byte, at) => content[at] === byte));
  if (!kind || kind.ending.test(name)) return name;
  const bare = name.replace(/\.(?:jpe?g|png)$/i, '');
  const isPicture = kind.type.startsWith('image/') && bare !== name;
  return isPicture || !/\.[a-z0-9]{1,5}$/i.test(name)
    ? `${bare}.${kind.type.replace(/^.*\//, '').replace('jpeg', 'jpg')}`
    : name;
}

/** A name without folders, control characters and directions of writing, in NFC. */
export function cleanFileName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '')
    .trim()
    .slice(0, 150);
}
