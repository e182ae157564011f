// The browser tests: the pages against a stand-in that can fail on demand, then the whole product as a new user meets it.
//   node test/browser/run.mjs [pages|product] [--only 'words of a name'] [--pictures folder] [--pace ms]
import { existsSync, mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBrowser } from './kit/browser.mjs';
import { Checks } from './kit/checks.mjs';
import { at } from './kit/root.mjs';
import { chatChecks } from './pages/chat.mjs';
import { chatFilesChecks } from './pages/chat-files.mjs';
import { editorModelChecks } from './pages/editor-model.mjs';
import { fillModelChecks } from './pages/fill-model.mjs';
import { fillPageChecks } from './pages/fill.mjs';
import { formsChecks } from './pages/forms.mjs';
import { homeChecks } from './pages/home.mjs';
import { passwordChecks } from './pages/password.mjs';
import { badFilesChecks } from './product/bad-files.mjs';
import { calendarChecks } from './product/calendar.mjs';
import { columnRulesChecks } from './product/column-rules.mjs';
import { conferencesChecks } from './product/conferences.mjs';
import { deskChecks } from './product/desk.mjs';
import { dryRunChecks } from './product/dry-run.mjs';
import { editorChecks } from './product/editor.mjs';
import { everyFormChecks } from './product/every-form.mjs';
import { fillChecks } from './product/fill.mjs';
import { firstDayChecks } from './product/first-day.mjs';
import { holidaysChecks } from './product/holidays.mjs';
import { journeyChecks } from './product/journey.mjs';
import { ladderChecks } from './product/ladder.mjs';
import { ledgerChecks } from './product/ledger.mjs';
import { localRulesChecks } from './product/local-rules.mjs';
import { peopleChecks } from './product/people.mjs';
import { phoneJourneyChecks } from './product/phone-journey.mjs';
import { questionsChecks } from './product/questions.mjs';
import { agreementChecks } from './product/agreement.mjs';
import { softChecksChecks } from './product/soft-checks.mjs';
import { targetsChecks } from './product/targets.mjs';
import { twoMinutesChecks } from './product/two-minutes.mjs';
import { unitChangesChecks } from './product/unit-changes.mjs';
import { wordingChecks } from './product/wording.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, pictures: { type: 'string' }, pace: { type: 'string' } },
});
if (!existsSync(at('web/dist/index.html'))) {
  console.error('web/dist is missing: run `npm run build` first');
  process.exit(1);
}
if (values.pictures) mkdirSync(values.pictures, { recursive: true });

const parts = {
  pages: [
    chatChecks,
    chatFilesChecks,
    homeChecks,
    passwordChecks,
    formsChecks,
    fillPageChecks,
    fillModelChecks,
    editorModelChecks,
  ],
  product: [
    firstDayChecks,
    twoMinutesChecks,
    fillChecks,
    softChecksChecks,
    editorChecks,
    columnRulesChecks,
    badFilesChecks,
    everyFormChecks,
    peopleChecks,
    ladderChecks,
    wordingChecks,
    ledgerChecks,
    questionsChecks,
    deskChecks,
    conferencesChecks,
    agreementChecks,
    targetsChecks,
    calendarChecks,
    holidaysChecks,
    localRulesChecks,
    unitChangesChecks,
    dryRunChecks,
    journeyChecks,
    phoneJourneyChecks,
  ],
};
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const browser = await openBrowser(Number(values.pace ?? 0));

/** Runs one part and gives its count. What a part throws outside its checks, a product that does not start say, is a failure. */
async function play(run) {
  const checks = new Checks(values.only);
  await checks.outside(() => run({ check: checks.check.bind(checks) }, browser, values.pictures));
  return checks;
}

const counts = new Map();
try {
  for (const part of wanted) {
    console.log(part);
    for (const run of parts[part] ?? []) counts.set(run, await play(run));
  }
  // Parts have a product of their own each. One that failed is played once more: what fails twice fails the run, what passes
  // is named, to be mended. More than a few are no chance, and who asks for one check wants its plain answer.
  const failed = [...counts].filter(([, checks]) => checks.failed > 0).map(([run]) => run);
  if (!values.only && failed.length <= 3) {
    for (const run of failed) {
      console.log(`once more: ${run.name}`);
      counts.set(run, await play(run));
      if (counts.get(run).failed === 0) console.log(`failed once and passed alone, to be mended: ${run.name}`);
    }
  }
} finally {
  await browser.close();
}
const sum = (of) => [...counts.values()].reduce((total, checks) => total + checks[of], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
