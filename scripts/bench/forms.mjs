// `npm run bench -- forms`: what it costs to compile a form's validator and to validate answers to all of it, beside plain Ajv
// on the same JSON Schema. Plain Ajv takes our own keywords (bounds and places of decimals, NFC, days) as annotations and has
// nothing to say about what is wrong, so it does less; it is the limit all the same. `npm run bench -- forms browser`: how long
// the page of a report needs, in a real browser, from a key press to what follows from it.
import { parseArgs } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ensureWebBuilt } from '../prepare/build.mjs';
import { at } from '../prepare/root.mjs';
import { median, printCircumstances, printTable } from './kit/figures.mjs';

const FORMS = ['m3-commune', 'm2-commune', 'm2-city'];
const BATCH_MS = 200;

export async function run(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '7' } },
  });
  const rounds = Number(values.rounds);
  const inBrowser = positionals.includes('browser');
  // Before anything is said: the page is built by the first who needs it.
  if (inBrowser) await ensureWebBuilt();
  printCircumstances(['ajv', 're2js']);
  const engine = await import(at('dist/forms/index.js'));
  const { profileFolder, readProfile } = await import(at('dist/modules/profiles/read-profile.js'));
  const { profile } = readProfile(profileFolder('hanoi-directive'));

  if (inBrowser) {
    const { run: pressKeys } = await import('./forms/key-press.mjs');
    return pressKeys({ form: profile.forms.find((one) => one.key === 'm2-city'), valueOf, rounds });
  }

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
  const live = FORMS.map((key) => {
    const form = profile.forms.find((one) => one.key === key);
    const shown = liveTimes(engine, form, rounds).map((ms) => `${ms.toFixed(1)} ms`);
    return [`${key} with one more row`, ...shown];
  });
  console.log(
    '\na changed form live (aim: 50 ms): an edit applied, its faults looked for, compiled, the first answers validated',
  );
  printTable(['', 'all of them right', 'one wrong and explained'], live);
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

/** Median milliseconds from an edit of a form to its first answer judged: right, and wrong in one cell. */
function liveTimes({ applyEdits, compileForm, faultsOf, noAnswers, partOf }, form, rounds) {
  const times = { right: [], wrong: [] };
  for (let round = 0; round < rounds; round += 1) {
    const row = { ...form.rows.find((one) => !one.computed && one.type !== 'boolean'), key: `added-${round}` };
    const answers = partOf(form, { ...noAnswers(), cells: answersTo(form) });
    const measure = form.measures.find((one) => !one.computed).key;
    const cell = (value) => ({ ...answers, [row.key]: { [measure]: { state: 'value', value } } });
    for (const [kind, part] of Object.entries({ right: cell(valueOf(row)), wrong: cell('many') })) {
      const began = performance.now();
      const { definition } = applyEdits(form, [{ do: 'add', list: 'rows', item: row, after: null }]);
      faultsOf(definition);
      const issues = compileForm(definition).validate(part);
      times[kind].push(performance.now() - began);
      if (issues.length !== (kind === 'right' ? 0 : 1))
        throw new Error(`the answers to ${form.key} are judged wrongly`);
    }
  }
  return [times.right, times.wrong].map(median);
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
