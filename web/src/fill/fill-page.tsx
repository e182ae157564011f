import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { problemText } from '../page/problem-text';
import { PageLink } from '../page/router';
import { Tabs } from '../page/tabs';
import { showDay } from '../texts/days';
import { useFillTexts } from '../texts/fill';
import { useLanguage, useTexts } from '../texts/texts';
import { Conflicts } from './conflicts';
import './fill.css';
import { IndicatorTable } from './indicator-table';
import { type ReportForm, reports } from './report';
import { SubmitPanel } from './submit-panel';
import { FillProvider, useFill, useReport, useWriting } from './use-report';
import { WorkbookPanel } from './workbook-panel';

// Lists and texts are drawn by a library of its own weight; the headline table does not wait for it.
const SchemaPart = lazy(() => import('./schema-part'));

/** Where an official fills the forms of an obligation, and where those who receive it read them. */
export default function FillPage({ obligation }: { obligation: string }) {
  const texts = useFillTexts();
  const page = useTexts();
  const { locale } = useLanguage();
  const report = useQuery({
    queryKey: ['report', obligation],
    queryFn: ({ signal }) => reports.read(obligation, signal),
    // The page keeps the report by itself from here on; asked anew, it would forget what is being typed.
    staleTime: Infinity,
    gcTime: 0,
  });
  const words = useQuery({
    queryKey: ['words', locale],
    queryFn: async ({ signal }) => ({
      ...(await reports.words('forms', signal)).words,
      ...(await reports.words('understand', signal)).words,
    }),
    staleTime: Infinity,
  });
  const problem = report.error ?? words.error;
  if (problem) {
    return (
      <section className="narrow" role="alert">
        <p>{problemText(problem, page)}</p>
        <PageLink to="/">{texts.back}</PageLink>
      </section>
    );
  }
  if (!report.data || !words.data) {
    return (
      <p className="quiet" role="status">
        {texts.loading}
      </p>
    );
  }
  return (
    <FillProvider report={report.data} words={words.data}>
      <Filling />
    </FillProvider>
  );
}

function Filling() {
  const texts = useFillTexts();
  const { open } = useFill();
  const { report } = useReport();
  const write = useWriting();
  const [chosen, setChosen] = useState(report.forms[0]?.key);
  const show = (form: string, cell: string) => {
    setChosen(form);
    // The panel is drawn first, then its cell can be reached.
    setTimeout(() => {
      const field = document.getElementById(cell);
      field?.scrollIntoView({ block: 'center' });
      field?.focus();
    }, 50);
  };
  return (
    <div className="fill">
      <Head />
      <Conflicts />
      <Tabs
        label={texts.forms}
        chosen={chosen}
        choose={setChosen}
        tabs={report.forms.map((form) => ({
          key: form.key,
          label: write.text(form.definition.title),
          children: <Part form={form} />,
        }))}
      />
      {open && <SubmitPanel show={show} />}
    </div>
  );
}

function Head() {
  const texts = useFillTexts();
  const page = useTexts();
  const { open, locale } = useFill();
  const { report, saving, problem } = useReport();
  const { about } = report;
  return (
    <header className="fill-head">
      <p>
        <PageLink to="/">{texts.back}</PageLink>
      </p>
      <h1>{about?.title}</h1>
      {about && (
        <p>
          {about.unitName}, {page.owed.planYear(about.planYear)};{' '}
          {page.owed.lastDay(showDay(about.lastDay), showDay(about.dueOn))}
        </p>
      )}
      {open ? (
        <p className={`saving ${saving}`} role="status">
          {texts.saving[saving]}
          {problem !== undefined && `. ${problemText(problem, page)}`}
        </p>
      ) : (
        <p role="status">
          {report.submittedAt
            ? texts.submittedAt(new Date(report.submittedAt).toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB'))
            : texts.readOnly}
        </p>
      )}
    </header>
  );
}

function Part({ form }: { form: ReportForm }) {
  const page = useTexts();
  return (
    <>
      <WorkbookPanel form={form} />
      {form.definition.kind === 'indicators' ? (
        <IndicatorTable form={form.definition} />
      ) : (
        <Suspense fallback={<p className="quiet">{page.page.loading}</p>}>
          <SchemaPart form={form} />
        </Suspense>
      )}
    </>
  );
}
