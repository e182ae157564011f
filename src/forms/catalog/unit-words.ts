/** A unit of measure of a row: its code, which figures are worked out with, and the words that people read. */
export interface NamedUnit {
  code: string;
  vi: string;
}

/** Words before what is counted. */
const SIZES = new Map([
  ['nghìn', 'thousand'],
  ['ngàn', 'thousand'],
  ['thousand', 'thousand'],
  ['triệu', 'million'],
  ['million', 'million'],
  ['tỷ', 'billion'],
  ['tỉ', 'billion'],
  ['billion', 'billion'],
]);

/** What is counted or measured. */
const THINGS = new Map([
  ['đồng', 'VND'],
  ['đ', 'VND'],
  ['vnd', 'VND'],
  ['vnđ', 'VND'],
  ['đồng việt nam', 'VND'],
  ['usd', 'USD'],
  ['đô la mỹ', 'USD'],
  ['%', '%'],
  ['phần trăm', '%'],
  ['per cent', '%'],
  ['percent', '%'],
  ['‰', 'per_mille'],
  ['phần nghìn', 'per_mille'],
  ['số', 'unit'],
  ['người', 'person'],
  ['nhân khẩu', 'person'],
  ['khẩu', 'person'],
  ['dân', 'person'],
  ['lao động', 'person'],
  ['hộ', 'household'],
  ['hộ gia đình', 'household'],
  ['hộ dân', 'household'],
  ['cháu', 'child'],
  ['học sinh', 'pupil'],
  ['bác sĩ', 'doctor'],
  ['giường', 'bed'],
  ['giường bệnh', 'bed'],
  ['lượt khách', 'visitor'],
  ['lượt', 'trip'],
  ['doanh nghiệp', 'enterprise'],
  ['htx', 'cooperative'],
  ['hợp tác xã', 'cooperative'],
  ['trang trại', 'farm'],
  ['dự án', 'project'],
  ['giấy chứng nhận', 'certificate'],
  ['nhà', 'house'],
  ['trường', 'school'],
  ['vụ', 'case'],
  ['thôn', 'village'],
  ['kg', 'kg'],
  ['kilôgam', 'kg'],
  ['tạ', 'quintal'],
  ['tấn', 'tonne'],
  ['m', 'm'],
  ['mét', 'm'],
  ['km', 'km'],
  ['kilômét', 'km'],
  ['m2', 'm2'],
  ['mét vuông', 'm2'],
  ['ha', 'ha'],
  ['hecta', 'ha'],
  ['héc ta', 'ha'],
  ['km2', 'km2'],
  ['kilômét vuông', 'km2'],
]);

/** What a figure may be divided by, besides the things. */
const DIVISORS = new Map([
  ['năm', 'year'],
  ['tháng', 'month'],
  ['ngày', 'day'],
  ['vạn dân', '10000_person'],
  ['10.000 dân', '10000_person'],
  ['1.000 dân', '1000_person'],
]);

/** Words that are not made of parts. */
const WHOLE = new Map([
  ['trđ', 'million_VND'],
  ['tr.đ', 'million_VND'],
  ['tr.đồng', 'million_VND'],
  ['đạt/không đạt', 'boolean'],
  ['ca/100.000 trẻ đẻ sống', 'death/100000_birth'],
  ['số bé trai/100 bé gái', 'male/100_female'],
]);

/** Codes of one size that are written by the same words. */
const ALIKE = new Map([
  ['percentage_point', '%'],
  ['per_mille_point', 'per_mille'],
]);

/**
 * The code of the unit that Vietnamese words mean, whatever their case and spacing: `Triệu đồng/ha` → `million_VND/ha`;
 * undefined for words that are not known. Words typed wholly without diacritics are understood too.
 */
export function unitCodeOf(words: string): string | undefined {
  const text = tidy(words);
  const whole = found(WHOLE, text);
  if (whole !== undefined) return whole;
  const [counted = '', ...by] = text.split('/');
  const parts = [countedCode(counted), ...by.map((part) => found(DIVISORS, part) ?? found(THINGS, part))];
  return parts.every((part) => part !== undefined) ? parts.join('/') : undefined;
}

/** Whether two words for a unit mean the same: `Tỷ đồng` and `tỉ đồng` do, `Tỷ đồng` and `Triệu đồng` do not. */
export function isSameUnit(one: string, other: string): boolean {
  if (tidy(one) === tidy(other)) return true;
  const code = unitCodeOf(one);
  return code !== undefined && code === unitCodeOf(other);
}

/**
 * The unit that words name for a row that has had the unit `now`, in a form that uses the units `used`. Words that mean what
 * stood there keep its code, those of another row of the form take that one's code and spelling, those that are known have
 * theirs; any others get a code of their own, which no other unit of the form has.
 */
export function unitNamed(words: string, now: NamedUnit | undefined, used: readonly NamedUnit[]): NamedUnit {
  const vi = words.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (now && isSameUnit(now.vi, vi)) return { code: now.code, vi };
  const known = unitCodeOf(vi);
  // A unit that stands under a code which its words do not mean is no example to follow.
  const written = used.filter(
    (unit) => isWritten(unit.vi, vi) && (known === undefined || (ALIKE.get(unit.code) ?? unit.code) === known),
  );
  const like = written.find(({ code }) => code === known) ?? written[0];
  if (like) return like;
  return { code: known ?? ownCode(vi, now ? [now, ...used] : used), vi };
}

function countedCode(text: string): string | undefined {
  const thing = found(THINGS, text);
  if (thing !== undefined) return thing;
  const [first = '', ...rest] = text.split(' ');
  const [size, counted] = [found(SIZES, first), found(THINGS, rest.join(' '))];
  return size !== undefined && counted !== undefined ? `${size}_${counted}` : undefined;
}

function ownCode(vi: string, used: readonly NamedUnit[]): string {
  const made =
    plain(tidy(vi))
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-|-$/g, '') || 'unit';
  let code = made;
  for (let n = 2; used.some((unit) => unit.code === code); n++) code = `${made}-${n}`;
  return code;
}

const isWritten = (stands: string, typed: string): boolean =>
  tidy(stands) === tidy(typed) || (isPlain(typed) && plain(tidy(stands)) === tidy(typed));

function found(list: ReadonlyMap<string, string>, text: string): string | undefined {
  const exact = list.get(text);
  if (exact !== undefined || !isPlain(text)) return exact;
  return [...list].find(([words]) => plain(words) === text)?.[1];
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/²/g, '2')
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();
}

const isPlain = (text: string): boolean => /^\p{ASCII}*$/u.test(text);

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
