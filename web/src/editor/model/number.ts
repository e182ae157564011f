export type Notation = 'vi' | 'en';

/**
 * A number as people write it, as canonical decimal (`1.234,50` → `1234.5`); undefined where it is none, or where it could
 * be two different ones. In Vietnamese the point parts thousands and the comma begins the fraction, in English the reverse;
 * the other spelling is understood where it can mean nothing else, as a worksheet of another language pastes it.
 */
export function readNumber(typed: string, notation: Notation): string | undefined {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/^[−–]/, '-');
  const [thousands, point] = notation === 'vi' ? ['.', ','] : [',', '.'];
  return readAs(text, thousands!, point!) ?? readAs(text, point!, thousands!);
}

function readAs(text: string, thousands: string, point: string): string | undefined {
  const parts = new RegExp(`^([+-]?)([0-9]+(?:\\${thousands}[0-9]{3})*)(?:\\${point}([0-9]+))?$`).exec(text);
  if (!parts) return undefined;
  const digits = parts[2]!;
  // `1234.567` is no number in thousands: its first group has more than three digits.
  if (digits.includes(thousands) && !/^[1-9][0-9]{0,2}\D/.test(digits)) return undefined;
  const whole = digits.replaceAll(thousands, '').replace(/^0+(?=[0-9])/, '');
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  if (whole.length > 18 || fraction.length > 18) return undefined;
  const size = fraction === '' ? whole : `${whole}.${fraction}`;
  return parts[1] === '-' && size !== '0' ? `-${size}` : size;
}

/** A canonical decimal as the reader writes it: `1234.5` → `1.234,5`. */
export function showNumber(value: string, notation: Notation): string {
  const [thousands, point] = notation === 'vi' ? ['.', ','] : [',', '.'];
  const [whole = '0', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=([0-9]{3})+$)/g, thousands!);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}
