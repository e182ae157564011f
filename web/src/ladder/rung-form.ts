import type { RungFile } from './queries';

type Direction = 'before' | 'on' | 'after';
type Stop = NonNullable<RungFile['until']>[number];
export type AudienceKey = keyof typeof AUDIENCES;

/** A rung while it is typed: numbers are text, what stands apart on the page stands apart here. */
export interface RungForm {
  id: string;
  sort: RungFile['sort'];
  from: RungFile['from'];
  direction: Direction;
  distance: string;
  countedIn: 'days' | 'working-days';
  at: string;
  audience: AudienceKey;
  namedUnit?: string;
  template: string;
  channels: string[];
  grouping: 'digest' | 'single';
  days: 'profile' | 'yes' | 'no';
  repeat: boolean;
  every: string;
  everyIn: 'days' | 'working-days';
  atMost: string;
  until: Stop[];
  acknowledge: string;
  slack: string;
}

export const AUDIENCES = {
  'unit official': { of: 'unit', role: 'official' },
  'unit head': { of: 'unit', role: 'head' },
  'superior supervisor': { of: 'superior', role: 'supervisor' },
  'superior head': { of: 'superior', role: 'head' },
  'named supervisor': { of: 'named', role: 'supervisor' },
  'named head': { of: 'named', role: 'head' },
  'named official': { of: 'named', role: 'official' },
} as const;

export const SORTS: readonly RungFile['sort'][] = ['opening', 'reminder', 'last-day', 'overdue', 'escalation'];
export const STOPS: readonly Stop[] = ['status-reported', 'promised', 'acknowledged'];

/** A new rung before anybody typed anything; the server asks for no more. */
export const emptyRung = (id: string): RungFile => ({
  id,
  sort: 'reminder',
  from: 'last-day',
  days: -5,
  at: '07:30',
  to: { of: 'unit', role: 'official' },
  template: `notice.${id}`,
});

export function formOf(rung: RungFile): RungForm {
  const offset = rung.days ?? rung['working-days'] ?? 0;
  const { repeat } = rung;
  return {
    id: rung.id,
    sort: rung.sort,
    from: rung.from,
    direction: offset < 0 ? 'before' : offset > 0 ? 'after' : 'on',
    distance: offset === 0 ? '1' : String(Math.abs(offset)),
    countedIn: rung['working-days'] === undefined ? 'days' : 'working-days',
    at: rung.at,
    audience: `${rung.to.of} ${rung.to.role}` as AudienceKey,
    namedUnit: rung.to.of === 'named' ? rung.to.unit : undefined,
    template: rung.template,
    channels: rung.channels ?? [],
    grouping: rung.grouping ?? 'digest',
    days: rung['on-working-days-only'] === undefined ? 'profile' : rung['on-working-days-only'] ? 'yes' : 'no',
    repeat: repeat !== undefined,
    every: String(repeat?.every ?? 3),
    everyIn: repeat?.in ?? 'days',
    atMost: String(repeat?.['at-most'] ?? 3),
    until: rung.until ?? [],
    acknowledge: String(rung['acknowledge-within-hours'] ?? ''),
    slack: String(rung['slack-at-most'] ?? ''),
  };
}

/** What of a form the server would not even read: the field, and what it may hold; the sentences are the page's. */
export interface UnreadableFields {
  distance?: Bounds;
  at?: true;
  namedUnit?: true;
  every?: Bounds;
  atMost?: Bounds;
  acknowledge?: Bounds;
  slack?: Bounds;
}
type Bounds = readonly [least: number, most: number];

export function unreadable(form: RungForm): UnreadableFields {
  const wrong: UnreadableFields = {};
  const check = (field: 'distance' | 'every' | 'atMost' | 'acknowledge' | 'slack', bounds: Bounds) => {
    const text = form[field].trim();
    const number = Number(text);
    if (!/^-?\d{1,4}$/.test(text) || number < bounds[0] || number > bounds[1]) wrong[field] = bounds;
  };
  if (form.direction !== 'on') check('distance', [1, 400]);
  if (!/^\d{2}:\d{2}$/.test(form.at)) wrong.at = true;
  if (AUDIENCES[form.audience].of === 'named' && !form.namedUnit) wrong.namedUnit = true;
  if (form.repeat) {
    check('every', [1, 400]);
    check('atMost', [2, 50]);
  }
  if (form.acknowledge.trim() !== '') check('acknowledge', [1, 720]);
  if (form.slack.trim() !== '') check('slack', [-400, 400]);
  return wrong;
}

/** The rung as the server keeps it; of a form that is not {@link unreadable}. */
export function rungOf(form: RungForm): RungFile {
  const sign = { before: -1, on: 0, after: 1 }[form.direction];
  // Without -0, which JSON would keep and a comparison would not.
  const offset = sign === 0 ? 0 : sign * Number(form.distance);
  const to = AUDIENCES[form.audience];
  return {
    id: form.id,
    sort: form.sort,
    from: form.from,
    ...(form.countedIn === 'days' ? { days: offset } : { 'working-days': offset }),
    at: form.at,
    to: to.of === 'named' ? { ...to, unit: form.namedUnit ?? '' } : to,
    template: form.template,
    ...(form.channels.length > 0 ? { channels: form.channels } : {}),
    ...(form.grouping === 'single' ? { grouping: 'single' as const } : {}),
    ...(form.days === 'profile' ? {} : { 'on-working-days-only': form.days === 'yes' }),
    ...(form.repeat
      ? {
          repeat: {
            every: Number(form.every),
            'at-most': Number(form.atMost),
            ...(form.everyIn === 'days' ? {} : { in: form.everyIn }),
          },
        }
      : {}),
    ...(form.until.length > 0 ? { until: form.until } : {}),
    ...(form.acknowledge.trim() === '' ? {} : { 'acknowledge-within-hours': Number(form.acknowledge) }),
    ...(form.slack.trim() === '' ? {} : { 'slack-at-most': Number(form.slack) }),
  };
}

const ANCHORS = ['opens', 'last-day', 'due'];

/** In the order in which they are climbed; those of one day as they stood. */
export const inOrder = (rungs: readonly RungFile[]): RungFile[] =>
  [...rungs].sort(
    (a, b) =>
      ANCHORS.indexOf(a.from) - ANCHORS.indexOf(b.from) ||
      offsetOf(a) - offsetOf(b) ||
      (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
  );

export const offsetOf = (rung: RungFile): number => rung.days ?? rung['working-days'] ?? 0;
