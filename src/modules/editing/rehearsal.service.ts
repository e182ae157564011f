import { Injectable } from '@nestjs/common';
import { fillYears, formatEn, formatVi, type Issue, proposeCarries } from '../../forms/index.js';
import { DefinitionsService, type Draft, labelsOf, Sayer } from '../definitions/index.js';
import { FollowupsService } from '../followups/index.js';
import { type Replayed, ReplayService } from '../reports/index.js';
import type { Locale } from '../shared/index.js';

/** At most so many examples of each sort are shown; the counts are whole. */
const SHOWN = 50;

interface Example {
  unit: string;
  unitName: string;
  text: string;
}

/** What publishing a draft would do, in numbers and examples, and in one sentence. */
export interface DryRun {
  replayed: number;
  refused: Example[];
  refusedCount: number;
  warned: Example[];
  warnedCount: number;
  recomputed: number;
  recomputedSamples: Example[];
  openReports: number;
  toMap: number;
  notBegun: number;
  notices: number;
  text: string;
}

/** Plays the last round through a draft: what it would refuse, warn about and work out otherwise, and whom it touches. */
@Injectable()
export class RehearsalService {
  constructor(
    private readonly definitions: DefinitionsService,
    private readonly replays: ReplayService,
    private readonly followups: FollowupsService,
    private readonly sayer: Sayer,
  ) {}

  async rehearse(draft: Draft, locale: Locale): Promise<DryRun> {
    const { definition: before } = await this.definitions.get(draft.key, draft.base);
    const carries = proposeCarries(before, draft.definition);
    const replay = await this.replays.replay(draft.definition, draft.base, carries);
    const { replayed, openReports, toMap, notBegun } = replay;
    const refused = this.examples(replay.units, (unit) => unit.refused, locale);
    const warned = this.examples(replay.units, (unit) => unit.warned, locale);
    const recomputed = replay.units.flatMap((unit) => unit.recomputed.map((one) => ({ unit, one })));
    const labelOf = labelsOf([draft.definition, before], locale);
    const write = locale === 'en' ? formatEn : formatVi;
    const none = this.sayer.t(locale, 'definitions.no-figure');
    const notices = await this.followups.ahead(replay.obligations);
    const counts = {
      replayed,
      openReports,
      toMap,
      notBegun,
      notices,
      refusedCount: refused.length,
      warnedCount: warned.length,
      recomputed: recomputed.length,
    };
    return {
      ...counts,
      refused: refused.slice(0, SHOWN),
      warned: warned.slice(0, SHOWN),
      recomputedSamples: recomputed.slice(0, SHOWN).map(({ unit: { unit, unitName, reportYear }, one }) => ({
        unit,
        unitName,
        text: this.sayer.t(locale, 'definitions.recomputed', {
          row: labelOf('rows', one.row),
          measure: fillYears(labelOf('measures', one.measure), reportYear),
          before: one.before === undefined ? none : write(one.before),
          after: one.after === undefined ? none : write(one.after),
        }),
      })),
      text: this.sayer.t(locale, 'definitions.dry-run', counts),
    };
  }

  private examples(units: readonly Replayed[], of: (unit: Replayed) => readonly Issue[], locale: Locale): Example[] {
    return units.flatMap((unit) =>
      of(unit).map((issue) => ({
        unit: unit.unit,
        unitName: unit.unitName,
        text: this.sayer.issue(issue, locale),
      })),
    );
  }
}
