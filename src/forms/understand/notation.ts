/** One way to read digits and separators, as plain digits with `.` as decimal point. */
export interface LiteralReading {
  plain: string;
  /** How Vietnamese documents write: `.` groups, `,` is the decimal mark. */
  vietnamese: boolean;
}

const REGULAR_FIRST = /^[1-9][0-9]{0,2}$/;
const THREE = /^[0-9]{3}$/;

/**
 * The readings of digits with separators (`.`, `,`, `'`, space), the likelier first; none when the groups are irregular
 * (`1.23.456`). A single `.` or `,` before exactly three digits has two readings, because people write both ways; a
 * repeated separator can only group, two different ones can only be grouping and then the decimal mark.
 */
export function readLiteral(literal: string): LiteralReading[] {
  const parts = literal.split(/[.,' ]/);
  const marks = literal.replace(/[0-9]/g, '');
  const kinds = [...new Set(marks)];
  const last = marks.at(-1) ?? '';
  if (marks === '') return [{ plain: literal, vietnamese: true }];
  if (kinds.length === 1) return ofOneKind(parts, last);
  const isDecimalMark =
    (last === '.' || last === ',') && marks.indexOf(last) === marks.length - 1 && kinds.length === 2;
  const whole = parts.slice(0, -1);
  if (!isDecimalMark || !isGrouped(whole)) return [];
  const decimal = { plain: `${whole.join('')}.${parts.at(-1)}`, vietnamese: last === ',' };
  // "1 234.567": blanks group, and then the point may do so too.
  const isMixedGrouping = kinds.includes(' ') && last === '.' && THREE.test(parts.at(-1)!);
  return isMixedGrouping ? [decimal, { plain: parts.join(''), vietnamese: true }] : [decimal];
}

function ofOneKind(parts: string[], mark: string): LiteralReading[] {
  const grouping = { plain: parts.join(''), vietnamese: mark !== ',' };
  const canGroup = isGrouped(parts);
  if (parts.length > 2 || mark === ' ' || mark === "'") return canGroup ? [grouping] : [];
  const decimal = { plain: parts.join('.'), vietnamese: mark === ',' };
  if (!canGroup) return [decimal];
  return mark === ',' ? [decimal, grouping] : [grouping, decimal];
}

function isGrouped(parts: string[]): boolean {
  return REGULAR_FIRST.test(parts[0]!) && parts.slice(1).every((part) => THREE.test(part));
}
