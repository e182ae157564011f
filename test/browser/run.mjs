// The browser tests: the pages against a stand-in that can fail on demand, then the whole product as a new user meets it.
//   node test/browser/run.mjs [pages|product] [--only 'words of a name'] [--pictures folder]
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
import { calendarChecks } from './product/calendar.mjs';
import { editorChecks } from './product/editor.mjs';
import { everyFormChecks } from './product/every-form.mjs';
import { fillChecks } from './product/fill.mjs';
import { firstDayChecks } from './product/first-day.mjs';
import { journeyChecks } from './product/journey.mjs';
import { ladderChecks } from './product/ladder.mjs';
import { ledgerChecks } from './product/ledger.mjs';
import { peopleChecks } from './product/people.mjs';
import { questionsChecks } from './product/questions.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, pictures: { type: 'string' } },
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
    fillChecks,
    editorChecks,
    everyFormChecks,
    peopleChecks,
    ladderChecks,
    ledgerChecks,
    questionsChecks,
    calendarChecks,
    journeyChecks,
  ],
};
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const checks = new Checks(values.only);
const browser = await openBrowser();
try {
  for (const part of wanted) {
    console.log(part);
    for (const run of parts[part] ?? []) {
      await run({ check: checks.check.bind(checks) }, browser, values.pictures);
    }
  }
} finally {
  await browser.close();
}
console.log(`${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed > 0 || checks.passed === 0 ? 1 : 0;
