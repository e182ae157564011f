import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Text } from '../shared/index.js';
import type { Clause, PlannedObligation } from './milestone.js';

/** One unit owes one or more forms for one milestone of one plan year: the row. */
export const ObligationEntity = defineEntity({
  name: 'Obligation',
  tableName: 'obligation',
  properties: {
    id: p.uuid().primary(),
    planYear: p.integer(),
    milestone: p.string(),
    unitCode: p.string(),
    occasion: p.string(),
    about: p.json<Text>().nullable(),
    eventId: p.uuid().nullable(),
    ruleId: p.uuid().nullable(),
    superior: p.string().nullable(),
    recipients: p.json<PlannedObligation['recipients']>(),
    forms: p.json<{ key: string; version: number }[]>(),
    headline: p.string().nullable(),
    signedDocument: p.boolean(),
    onlyLedRows: p.boolean(),
    opensOn: p.date(),
    dueOn: p.date(),
    firstDueOn: p.date(),
    clause: p.json<Clause>(),
    settledAt: p.datetime().nullable(),
    settledAs: p.string().$type<'submitted' | 'document' | 'waived'>().nullable(),
  },
});
