// `npm run bench -- forms`: what it costs to compile a form's validator and to validate answers to all of it, beside plain Ajv
// on the same JSON Schema. Plain Ajv takes our own keywords (bounds and places of decimals, NFC, days) as annotations and has
// nothing to say about what is wrong, so it does less; it is the limit all the same.
import { parseArgs } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { at } from '../prepare/root.mjs';
import { median, printCircumstances, printTable } from './kit/figures.mjs';

const FORMS = ['m3-commune', 'm2-commune', 'm2-city'];
const BATCH_MS = 200;

export async function run(args) {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '7' } } });
  const rounds = Number(values.rounds);
  printCircumstances(['ajv', 're2js']);
  const engine = await import(at('dist/forms/index.js'));
  const { profileFolder, readProfile } = await import(at('dist/modules/profiles/read-profile.js'));
  const { profile } = readProfile(profileFolder('hanoi-directive'));

  const rows = FORMS.flatMap((key) => {
    const form = profile.forms.find((one) => one.key === key);
    const measured = measure(programsFor(engine, form), rounds);
    return ['compile', 'validate'].map((what) => {
      const [ours, plain] = [measured.ours[what], measured.plain[what]].map(median);
      const [unit, size] = what === 'compile' ? ['ms', 1] : ['µs', 1000];
      const shown = [ours, plain].map((ms) => `${(ms * size).toFixed(what === 'compile' ? 1 : 0)} ${unit}`);
      const counted = form.rows.filter((row) => row.part === undefined).length;
      return [
        `${key} (${counted} indicators in ${form.rows.length} rows), ${what}`,
        ...shown,
        `${(ours / plain).toFixed(2)}×`,
      ];
    });
  });
  console.log(`\nmedians of ${rounds} interleaved rounds; validate: an answer in every cell, all of them right`);
  printTable(['', 'Nhịp', 'plain Ajv', 'ratio'], rows);
}

/** Both validators of one form, each as `compile`, which gives `validate`. */
function programsFor({ compileForm, jsonSchemaOf, noAnswers, partOf }, form) {
  const answers = partOf(form, { ...noAnswers(), cells: answersTo(form) });
  const schema = jsonSchemaOf(form, { computed: false });
  const options = { strict: false, discriminator: true, validateFormats: false, validateSchema: false };
  const ours = () => {
    const compiled = compileForm(form);
    return () => compiled.validate(answers).length === 0;
  };
  const plain = () => {
    const validate = new Ajv2020(options).compile(schema);
    return () => validate(answers);
  };
  for (const compile of [ours, plain]) {
    if (!compile()()) throw new Error(`the answers to ${form.key} are not taken`);
  }
  return { ours, plain };
}

/** A value in every cell that is asked for. */
function answersTo(form) {
  const measures = form.measures.filter((one) => !one.computed);
  const asked = form.rows.filter((row) => !row.computed);
  return Object.fromEntries(
    asked.map((row) => {
      const cell = { state: 'value', value: valueOf(row) };
      return [row.key, Object.fromEntries(measures.map((one) => [one.key, cell]))];
    }),
  );
}

function valueOf({ type, decimals, choices, max }) {
  if (type === 'boolean') return true;
  if (type === 'choice') return choices?.[0]?.key ?? 'x';
  if (type === 'text') return 'Chưa phát sinh';
  if (type === 'date') return '2027-06-29';
  const isSmall = max !== undefined && Number(max) < 1234;
  return `${isSmall ? '7' : '1234'}${decimals > 0 ? '.5' : ''}`;
}

/** Milliseconds of one run, round by round; the programs take turns within each round, the first one changing. */
function measure(programs, rounds) {
  const names = Object.keys(programs);
  const found = Object.fromEntries(names.map((name) => [name, { compile: [], validate: [] }]));
  const ready = Object.fromEntries(names.map((name) => [name, programs[name]()]));
  for (const name of names) msOf(ready[name]);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 ? [...names].reverse() : names) {
      found[name].compile.push(msOf(programs[name]));
      found[name].validate.push(msOf(ready[name]));
    }
  }
  return found;
}

/** The mean of as many runs as fit the time of a batch. */
function msOf(run) {
  const began = performance.now();
  let runs = 0;
  while (performance.now() - began < BATCH_MS) {
    run();
    runs += 1;
  }
  return (performance.now() - began) / runs;
}
