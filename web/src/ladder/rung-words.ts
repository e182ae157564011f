import { type LadderTexts } from '../texts/ladder';
import { word } from '../texts/texts';
import type { RungFile } from './queries';
import { offsetOf } from './rung-form';

/** `7 ngày trước ngày cuối được nộp, lúc 07:30`. */
export function whenInWords(rung: RungFile, texts: LadderTexts): string {
  const offset = offsetOf(rung);
  const unit = texts.countedIn[rung['working-days'] === undefined ? 'days' : 'working-days'];
  const anchor = texts.anchors[rung.from];
  const direction = offset < 0 ? texts.directions.before : texts.directions.after;
  const when = offset === 0 ? texts.onDay(anchor) : texts.offDay(Math.abs(offset), unit, direction, anchor);
  return texts.whenLine(when, rung.at);
}

/** `Cán bộ theo dõi, Sở Kế hoạch và Đầu tư`. */
export function audienceInWords({ to }: RungFile, texts: LadderTexts, unitName: (code: string) => string): string {
  return to.of === 'named'
    ? texts.ofUnit(texts.namedLine[to.role], unitName(to.unit))
    : word(texts.audiences, `${to.of} ${to.role}`);
}

/** Whatever else a rung says, each in a few words. */
export function conditionsInWords(rung: RungFile, texts: LadderTexts): string[] {
  const { repeat } = rung;
  return [
    ...(rung.grouping === 'single' ? [texts.groupings.single] : []),
    ...(rung.channels ? [rung.channels.map((channel) => word(texts.channelNames, channel)).join(' → ')] : []),
    ...(rung['on-working-days-only'] === undefined
      ? []
      : [texts.dayChoices[rung['on-working-days-only'] ? 'yes' : 'no']]),
    ...(repeat ? [texts.repeatLine(repeat.every, texts.countedIn[repeat.in ?? 'days'], repeat['at-most'])] : []),
    ...(rung.until ?? []).map((stop) => `${texts.until.toLowerCase()} ${texts.stops[stop]}`),
    ...(rung['acknowledge-within-hours'] === undefined
      ? []
      : [texts.acknowledgeLine(rung['acknowledge-within-hours'])]),
    ...(rung['slack-at-most'] === undefined ? [] : [texts.slackLine(rung['slack-at-most'])]),
  ];
}
