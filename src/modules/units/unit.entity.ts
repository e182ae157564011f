import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Term } from './unit.js';

export const UnitEntity = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    code: p.string().primary(),
    name: p.string(),
    nameEn: p.string().nullable(),
    kind: p.string(),
    level: p.string(),
    parent: p.string().nullable(),
    traits: p.array(),
    leads: p.array(),
    leadTerms: p.json<Record<string, Term>>(),
    member: p.boolean(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    provenance: p.string(),
  },
});

export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    title: p.string(),
    locale: p.string().$type<'vi' | 'en'>(),
    active: p.boolean(),
  },
});
