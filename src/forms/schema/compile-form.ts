import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Issue } from '../answers/issue.js';
import type { FormDefinition } from '../definition/definition.js';
import { IssueMaker } from './issues-of-errors.js';
import { jsonSchemaOf } from './json-schema.js';
import { LIMITS } from './limits.js';
import { linearRegExp } from './linear-regexp.js';
import { withSharedShapes } from './shared-shapes.js';
import { verdictOf } from './verdict.js';
import { addFormVocabulary } from './vocabulary.js';

export interface CompiledForm {
  /**
   * Everything wrong with the answers of this form, empty when nothing is; never throws, whatever JSON it gets. Computed
   * measures are no answers and are refused: pass the answers through `normalise` first. With the report year N the names
   * of columns say their years.
   */
  validate(part: unknown, reportYear?: number): Issue[];
}

/**
 * Compiles a form's validator. It costs a millisecond, and some more with the first wrong answer: do it once per form version
 * and keep it.
 * Throws when a key of the definition is the name of something every object has (`constructor`, `__proto__`, …).
 */
export function compileForm(definition: FormDefinition): CompiledForm {
  refuseInheritedNames(definition);
  const schema = jsonSchemaOf(definition, { computed: false, notes: true });
  const isRight = verdictOf(schema);
  const makeIssue = new IssueMaker(definition);
  // Most answers are right: those are told by the quick judge alone, the thorough validator is made when first needed.
  let thorough: ValidateFunction | undefined;

  return {
    validate(part, reportYear) {
      if (isRight(part)) return [];
      if (tooLarge(part)) return [makeIssue.aboutForm('too-large', reportYear)];
      thorough ??= newAjv().compile(withSharedShapes(schema));
      thorough(part);
      const errors = (thorough.errors ?? []).slice(0, LIMITS.issues);
      return distinct(errors.map((error) => makeIssue.of(error, part, reportYear)));
    },
  };
}

/** A validator set up as generated forms need it; one instance per form version, so that no two schemas can clash. */
function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    messages: false,
    // The schema is our own output; its validity against the meta-schema is a test, not a cost of every start.
    validateSchema: false,
    // Somebody waits for the first wrong answer to be explained: less code, made in one go, is there sooner.
    inlineRefs: false,
    code: { regExp: linearRegExp, optimize: false },
  });
  addFormVocabulary(ajv);
  return ajv;
}

/** More keys than any form can ask for; each could become an issue, so they are not looked at one by one. */
function tooLarge(part: unknown): boolean {
  const open: unknown[] = [part];
  let keys = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inside: unknown[] = Object.values(value);
    keys += inside.length;
    if (keys > LIMITS.keys) return true;
    for (const one of inside) open.push(one);
  }
  return false;
}

function distinct(issues: Issue[]): Issue[] {
  const seen = new Map(issues.map((issue) => [JSON.stringify([issue.code, issue.path, issue.params]), issue]));
  return [...seen.values()];
}

/** The validator reads properties by name, and every object has a `constructor`: such a key would always seem answered. */
function refuseInheritedNames(definition: FormDefinition): void {
  const inherited = keysOf(definition).find((key) => key in Object.prototype);
  if (inherited !== undefined) throw new Error(`The form "${definition.key}" uses the reserved key "${inherited}".`);
}

function keysOf(definition: FormDefinition): string[] {
  if (definition.kind === 'indicators') return [...definition.rows, ...definition.measures].map((one) => one.key);
  if (definition.kind === 'short') return definition.questions.map((one) => one.key);
  return (definition.kind === 'records' ? definition.columns : definition.sections).map((one) => one.key);
}
