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

/** The media type of a file whose content and name agree; undefined for everything that is not taken. */
export function fileType(name: string, content: Buffer): string | undefined {
  return KINDS.find(({ ending, begins }) => ending.test(name) && begins.every((byte, at) => content[at] === byte))
    ?.type;
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
