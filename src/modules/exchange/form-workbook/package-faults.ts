/** Why the parts of a file are not taken for a workbook. */
export type PackageFault = 'unreadable' | 'macros' | 'external-links' | 'damaged' | 'too-many-cells';

/**
 * Tags of all parts together: more than the longest list fills, with room for formatted rows. Reading costs some seconds
 * for as many, and while it does nobody else is answered.
 */
const MOST_TAGS = 800_000;

/**
 * What is wrong with the unpacked parts of a workbook before anything reads them: code that would run, figures taken from
 * other files, declarations that a reader might expand (workbooks never have any), texts that are counted but not there.
 */
export function packageFault(parts: ReadonlyMap<string, Buffer>): PackageFault | undefined {
  const names = [...parts.keys()].map((name) => name.replace(/^\//, ''));
  const types = parts.get('[Content_Types].xml');
  if (!types || !names.includes('xl/workbook.xml')) return 'unreadable';
  if (names.some((name) => RUNS.test(name)) || types.includes('macroEnabled')) return 'macros';
  if (names.some((name) => LINKS.test(name))) return 'external-links';
  let tags = 0;
  for (const [name, part] of parts) {
    if (!/\.(xml|rels|vml)$/i.test(name)) continue;
    for (let at = part.indexOf('<'); at !== -1; at = part.indexOf('<', at + 1)) {
      if (++tags > MOST_TAGS) return 'too-many-cells';
    }
    // UTF-16 could hide a declaration from the search; no program writes workbooks in it.
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY') || part.subarray(0, 4).includes(0)) return 'unreadable';
  }
  return textsFault(parts);
}

const RUNS = /(^|\/)(vbaProject[^/]*\.bin|activeX\/|macrosheets\/|dialogsheets\/)/i;
const LINKS = /(^|\/)(externalLinks\/|connections\.xml$|queryTables\/)/i;

/** Each text of a cell must be among the shared texts: a reader would else give the cell nothing, or its number. */
function textsFault(parts: ReadonlyMap<string, Buffer>): PackageFault | undefined {
  const shared = parts.get('xl/sharedStrings.xml')?.toString('latin1') ?? '';
  const texts = shared.match(/<si[\s/>]/g)?.length ?? 0;
  if (shared !== '' && !/<\/sst>\s*$|<sst[^<>]*\/>\s*$/.test(shared.slice(-2000))) return 'damaged';
  for (const [name, part] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    let isShared = false;
    // One pass without nesting, so that no file makes it slow.
    for (const [, attributes, value] of part.toString('latin1').matchAll(/<c(\s[^<>]*)>|<v>([^<>]*)<\/v>/g)) {
      if (attributes !== undefined) isShared = /\st=["']s["']/.test(attributes);
      else if (isShared && !(Number(value) < texts)) return 'damaged';
    }
  }
  return undefined;
}
