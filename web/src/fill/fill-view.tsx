import { lazy, memo, Suspense, useState } from 'react';
import { problemText } from '../page/problem-text';
import { PageLink } from '../page/router';
import { Tabs } from '../page/tabs';
import { showDay, showInstant } from '../texts/days';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import { Conflicts } from './conflicts';
import { Corrections } from './corrections';
import { completeness } from './engine';
import { IndicatorTable } from './indicator-table';
import { headlineOf, inOrder } from './left-to-do';
import { ListForm } from './list-form';
import { OutlineSections } from './outline-form';
import { formOf } from './place-name';
import { owesForms } from './owed-forms';
import type { Place } from './places';
import type { ReportForm } from './report';
import { SubmitPanel } from './submit-panel';
import { closedBecause, fieldOfPlace, OneForm, useFill, useReport, useWriting } from './use-report';
import { WorkbookPanel } from './workbook-panel';

// Drawn by a library of its own weight, which the tables do not wait for.
const ShortQuestions = lazy(() => import('./short-form'));

/** A report with all its forms. */
export function FillView() {
  const texts = useFillTexts();
  const { open } = useFill();
  const write = useWriting();
  const { report, answers } = useReport();
  const [chosen, setChosen] = useState(() => headlineOf({ report })?.key);
  const show = (form: string, place: Place, wish?: string) => {
    const wanted = form || formOf(report, place)?.key || '';
    setChosen(wanted);
    // The panel is drawn first, then its field can be reached.
    setTimeout(() => {
      // A line that is not drawn yet has no field.
      const wished = wish === undefined ? null : document.getElementById(wish);
      const field = wished ?? document.getElementById(fieldOfPlace(wanted, place));
      field?.scrollIntoView({ block: 'center' });
      field?.focus();
    }, 50);
  };
  const tabs = inOrder(report.forms, report.about?.headline).map((form) => {
    const { asked, answered } = completeness(form.definition, answers);
    return {
      key: form.key,
      label: texts.tab(tabName(form, report.forms, write.text(form.definition.title)), answered, asked),
      children: (
        <OneForm form={form.key}>
          <Part form={form} />
        </OneForm>
      ),
    };
  });
  return (
    <div className="fill">
      <Head />
      <Corrections />
      <Conflicts />
      <WorkbookPanel />
      <Tabs label={texts.forms} chosen={chosen} choose={setChosen} tabs={tabs} />
      {open && <SubmitPanel show={show} />}
    </div>
  );
}

/** The template's name where it tells the forms apart and the title begins with it; else the title. */
function tabName({ definition }: ReportForm, all: readonly ReportForm[], title: string): string {
  const { template } = definition;
  const isAlone = all.filter((one) => one.definition.template === template).length === 1;
  return isAlone && title.startsWith(template) ? template : title;
}

function Head() {
  const texts = useFillTexts();
  const { report } = useReport();
  const { about } = report;
  return (
    <header className="fill-head">
      <p>
        <PageLink to="/">{texts.back}</PageLink>
      </p>
      <h1>{about?.title}</h1>
      {about && (
        <p>
          {texts.unit(about.unitName, about.planYear)}, {texts.lastDay(showDay(about.lastDay))}
        </p>
      )}
      <Standing />
    </header>
  );
}

/** Whether everything is saved; where nobody may answer, why. */
function Standing() {
  const texts = useFillTexts();
  const page = useTexts();
  const { store } = useFill();
  const { report, saving, problem } = useReport();
  const closed = closedBecause(report);
  if (closed === 'submitted')
    return <p className="closed">{texts.readOnly.submitted(showInstant(report.submittedAt ?? ''))}</p>;
  if (closed === 'not-open')
    return <p className="closed">{texts.readOnly['not-open'](showDay(report.about?.opensOn ?? ''))}</p>;
  if (closed) return <p className="closed">{texts.readOnly[closed]}</p>;
  return (
    <div className={`saving-line ${saving}`}>
      {owesForms(report) && <p>{texts.owesForms(showInstant(report.submittedAt ?? ''))}</p>}
      <p role="status">
        {texts.savingAll[saving]}
        {saving === 'unsent' && problem !== undefined && ` ${problemText(problem, page)}`}
      </p>
      {saving === 'unsent' && (
        <button type="button" onClick={() => store.sendSoon(0)}>
          {texts.sendNow}
        </button>
      )}
    </div>
  );
}

/** One form; drawn again by its own parts alone. */
const Part = memo(function Part({ form }: { form: ReportForm }) {
  const page = useTexts();
  const write = useWriting();
  const { definition } = form;
  const body = () => {
    switch (definition.kind) {
      case 'indicators':
        return <IndicatorTable form={definition} />;
      case 'records':
        return <ListForm form={definition} />;
      case 'outline':
        return <OutlineSections form={definition} />;
      case 'short':
        return (
          <Suspense fallback={<p role="status">{page.page.loading}</p>}>
            <ShortQuestions form={{ ...form, definition }} />
          </Suspense>
        );
    }
  };
  return (
    <section className="fill-form">
      <h2>{write.text(definition.title)}</h2>
      {body()}
    </section>
  );
});
