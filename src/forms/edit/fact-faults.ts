import type { Question, ShortForm } from '../definition/definition.js';
import { type Fault, fault } from './fault.js';

/** What the product itself acts upon in a status report, by the question's key: an admin words it, bounds it and moves it about. */
const FACTS: Readonly<Record<string, readonly Question['type'][]>> = {
  state: ['choice'],
  progress: ['percent', 'integer', 'number'],
  difficulty: ['text'],
  expected_on: ['date'],
};

/** A status report in which the product could not find its own facts again; nothing for other short forms. */
export function factFaults({ template, questions }: ShortForm): Fault[] {
  if (template !== 'status') return [];
  const state = questions.find(({ key }) => key === 'state');
  const faults = state && !state.hidden && !state.visibleWhen ? [] : [fault('state-unasked')];
  for (const { key, label, type } of questions) {
    const types = FACTS[key];
    if (types && !types.includes(type)) faults.push(fault('fact-type', { name: label.vi }, 'questions', key, 'type'));
  }
  return faults;
}
