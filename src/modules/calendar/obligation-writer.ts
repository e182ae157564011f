import { Injectable } from '@nestjs/common';
import { rows, type Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { newId } from '../shared/index.js';
import type { PlannedObligation } from './milestone.js';
import { keyOf } from './obligation.js';
import { ObligationEntity } from './obligation.entity.js';

/** What made an obligation where it was not the profile's calendar. */
export type Cause = { event: string } | { rule: string };

/** A planned obligation with what made it. */
export type CausedObligation = PlannedObligation & { cause?: Cause };

/** Writes planned obligations as rows, each once. */
@Injectable()
export class ObligationWriter {
  constructor(private readonly definitions: DefinitionsService) {}

  /**
   * Adds what is not there yet, with the form versions of now; what stands is left as it is. Gives how many were added.
   */
  async add(em: Em, planned: readonly CausedObligation[]): Promise<number> {
    const years = [...new Set(planned.map((one) => one.planYear))];
    // At every start the cycle is opened again: thousands of rows that stand are not sent once more.
    const { standing, missing } = await this.missing(em, planned);
    if (missing.length === 0) return 0;
    const newest = await this.definitions.newest(em);
    const retired = await this.definitions.retired(em);
    await em.upsertMany(
      ObligationEntity,
      missing.map((one) => ({
        id: newId(),
        planYear: one.planYear,
        milestone: one.milestone,
        unitCode: one.unit,
        occasion: one.occasion,
        about: one.about ?? null,
        eventId: one.cause && 'event' in one.cause ? one.cause.event : null,
        ruleId: one.cause && 'rule' in one.cause ? one.cause.rule : null,
        superior: one.superior ?? null,
        recipients: one.recipients,
        forms: one.forms
          .filter((key) => !retired.has(key))
          .map((key) => ({ key, version: newest.get(key) ?? missingForm(key, one.milestone) })),
        headline: one.headline !== undefined && !retired.has(one.headline) ? one.headline : null,
        signedDocument: one.signedDocument,
        onlyLedRows: one.onlyLedRows,
        opensOn: one.opensOn,
        dueOn: one.dueOn,
        firstDueOn: one.dueOn,
        clause: one.clause,
        settledAt: null,
        settledAs: null,
      })),
      {
        onConflictFields: ['planYear', 'milestone', 'unitCode', 'occasion'],
        onConflictAction: 'ignore',
        batchSize: 500,
      },
    );
    return (await this.keys(em, years)).size - standing.size;
  }

  /** What of `planned` is not there yet, each once, and the keys of what stands in its plan years. */
  async missing(
    em: Em,
    planned: readonly CausedObligation[],
  ): Promise<{ missing: CausedObligation[]; standing: Set<string> }> {
    const standing = await this.keys(em, [...new Set(planned.map((one) => one.planYear))]);
    const distinct = new Map(planned.map((one) => [keyOf(one), one]));
    return { standing, missing: [...distinct].flatMap(([key, one]) => (standing.has(key) ? [] : one)) };
  }

  private async keys(em: Em, planYears: readonly number[]): Promise<Set<string>> {
    if (planYears.length === 0) return new Set();
    const found = await rows<Parameters<typeof keyOf>[0]>(
      em,
      `select plan_year as "planYear", milestone, unit_code as unit, occasion from obligation where plan_year in (?)`,
      [planYears],
    );
    return new Set(found.map(keyOf));
  }
}

function missingForm(key: string, milestone: string): never {
  throw new Error(`milestone ${milestone} asks for form ${key}, which was never published`);
}
