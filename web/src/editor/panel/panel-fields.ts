import type { Field } from '../model/field';
import { fieldsOf } from '../model/fields';
import type { ListName } from '../model/forms';

/** The parts of the side panel that hold plain fields. */
export type PanelPart = 'general' | 'help' | 'bot' | 'rules';

const HELP = ['help.meaning.vi', 'help.method.vi', 'help.legalBasis.vi', 'note'];
const LINE = ['label.vi', 'label.en', 'type', 'unitCode', 'decimals', 'required'];

const names: Record<ListName, Partial<Record<PanelPart, string[]>>> = {
  rows: {
    general: [
      ...['label.vi', 'label.en', 'group', 'unit.vi', 'type', 'decimals', 'required', 'hidden'],
      ...['leadAgency', 'appliesTo'],
    ],
    bot: ['asked', 'ask.vi', 'ask.en'],
    rules: ['min', 'max', 'jump'],
    help: HELP,
  },
  measures: {
    general: ['label.vi', 'label.en', 'year', 'sort', 'standing', 'required'],
    bot: ['asked', 'standingAsked'],
  },
  groups: { general: ['title.vi', 'title.en', 'hidden'] },
  columns: { general: [...LINE, 'total', 'hidden'], rules: ['min', 'max'], help: HELP },
  questions: { general: [...LINE, 'hidden'], bot: ['ask.vi', 'ask.en'], rules: ['min', 'max'], help: HELP },
  sections: {
    general: ['title.vi', 'title.en', 'depth', 'required', 'hidden'],
    help: ['guidance.vi', 'guidance.en'],
  },
  checks: { general: ['level', 'message.vi', 'message.en'] },
};

const decimal = ['jump'];

/** The fields of one part of the panel. One that the table has too is typed in the same way. */
export function panelFields(list: ListName, part: PanelPart): Field[] {
  return (names[list][part] ?? []).map(
    (name) =>
      fieldsOf[list].find((field) => field.name === name) ?? {
        name,
        kind: decimal.includes(name) ? 'decimal' : 'text',
        width: 0,
      },
  );
}

/** Texts of several sentences get several lines. */
export const isLong = (field: Field): boolean => /^(help|guidance|note|message|ask)\b/.test(field.name);
