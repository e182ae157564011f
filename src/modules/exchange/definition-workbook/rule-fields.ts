import {
  comparedFormula,
  type Condition,
  conditionInWords,
  type Formula,
  type FormDefinition,
  type FormulaNames,
  formulaInWords,
  keptByColumn,
  keptByMeasure,
  type Known,
  namesToRead,
  namesToReadBack,
  readCondition,
  readFormula,
  type ReadRule,
  type RuleNames,
} from '../../../forms/index.js';
import { type Field, type Terms, type ToldFault, without } from './field.js';

/** A formula in words, as it reads on the page. */
export function formulaField(of: 'rows' | 'measures' | 'columns'): Field {
  return {
    name: 'computed',
    width: 50,
    late: true,
    write: (member, terms, definition) => {
      const given = member['computed'] as Formula | Parameters<typeof comparedFormula>[0] | undefined;
      if (given === undefined) return '';
      const formula = 'op' in given ? given : comparedFormula(given);
      // Without the sign in front: a spreadsheet would take what is typed there for its own formula.
      return formulaInWords(formula, writer(terms, definition)).replace(/^= /, '');
    },
    read: (member, text, terms, definition, before) => {
      if (text.trim() === '') return without(member, 'computed');
      const read = readFormula(text, reader(terms, definition, before));
      return read.ok ? { ...member, computed: KEPT[of](read.rule) } : told(read);
    },
  };
}

const KEPT = { rows: (formula: Formula) => formula, measures: keptByMeasure, columns: keptByColumn };

/** A condition in words; a check must have one. */
export function conditionField(name: 'visibleWhen' | 'holds'): Field {
  return {
    name,
    width: 50,
    late: true,
    write: (member, terms, definition) => {
      const condition = member[name] as Condition | undefined;
      return condition ? conditionInWords(condition, writer(terms, definition)) : '';
    },
    read: (member, text, terms, definition, before) => {
      if (text.trim() === '') return name === 'holds' ? 'empty' : without(member, name);
      const read = readCondition(text, reader(terms, definition, before));
      return read.ok ? { ...member, [name]: read.rule } : told(read);
    },
  };
}

/** The row or column that a check points at, by its name or its code. */
export function pointerField(name: 'row' | 'column'): Field {
  return {
    name,
    width: 30,
    late: true,
    write: (member, terms, definition) => {
      const key = member[name] as string | undefined;
      return key === undefined ? '' : bare(writer(terms, definition).names[name](key));
    },
    read: (member, text, terms, definition, before) => {
      const typed = bare(text.trim());
      if (typed === '') return without(member, name);
      const found = reader(terms, definition, before).names[name](typed);
      return typeof found === 'string' ? notOne(found, typed) : { ...member, [name]: found.key };
    },
  };
}

/** The measures that a check is made in, each in quotation marks; in every one that is asked for where the cell is empty. */
export const measuresField: Field = {
  name: 'measures',
  width: 30,
  late: true,
  write: (member, terms, definition) => {
    const { names } = writer(terms, definition);
    return ((member['measures'] as string[] | undefined) ?? []).map(names.measure).join(', ');
  },
  read: (member, text, terms, definition, before) => {
    if (text.trim() === '') return without(member, 'measures');
    const { names } = reader(terms, definition, before);
    const quoted = [...text.matchAll(/[«“"]([^«»“”"]*)[»”"]/g)].map(([, name]) => name!);
    const keys: string[] = [];
    for (const name of quoted.length > 0 ? quoted : text.split(/[;,]/)) {
      const found = names.measure(name.trim());
      if (typeof found === 'string') return notOne(found, name.trim());
      keys.push(found.key);
    }
    return { ...member, measures: keys };
  },
};

const notOne = (found: Exclude<Known, object>, name: string): ToldFault => ({
  fault: found === 'unknown' ? 'rule-name' : 'rule-ambiguous',
  at: name.slice(0, 100),
});

const told = ({ code, at }: Extract<ReadRule<unknown>, { ok: false }>): ToldFault => ({
  // Where nothing is left to be named, the whole does not mean anything.
  fault: code === 'rule-unread' && at === '' ? 'rule-unended' : code,
  at: at.slice(0, 100),
});

const bare = (name: string): string => name.replace(/^[«“"]|[»”"]$/g, '');

const written = new WeakMap<FormDefinition, Map<string, FormulaNames>>();
const known = new WeakMap<FormDefinition, Map<string, RuleNames>>();

function writer({ forms, locale }: Terms, definition: FormDefinition) {
  return { names: once(written, definition, locale, () => namesToReadBack(definition, locale)), words: forms, locale };
}

/** People call rows by what the file calls them now, or by what it called them when it went out. */
function reader({ forms, locale }: Terms, definition: FormDefinition, before: FormDefinition) {
  return {
    names: once(known, definition, locale, () => namesToRead([definition, before], locale)),
    words: forms,
    locale,
  };
}

/** Naming thousands of rows takes a while; it is done once a form. */
function once<T>(
  kept: WeakMap<FormDefinition, Map<string, T>>,
  form: FormDefinition,
  locale: string,
  make: () => T,
): T {
  const ofForm = kept.get(form) ?? new Map<string, T>();
  kept.set(form, ofForm);
  const found = ofForm.get(locale) ?? make();
  ofForm.set(locale, found);
  return found;
}
