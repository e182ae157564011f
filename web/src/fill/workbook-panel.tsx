import { useState } from 'react';
import { call, callForFile } from '../api/client';
import { problemText } from '../page/problem-text';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import type { ReportForm } from './report';
import { useFill, useReport } from './use-report';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a workbook that came back would change; nothing is written before it is confirmed. */
interface Read {
  form: string;
  changed: { label: string; before: string | null; after: string | null }[];
  issues: { cell: { sheet: string; cell: string } | null; text: string }[];
  revision: number;
}

/** The same form in Excel: out with the answers so far, back with a look at what it changes. */
export function WorkbookPanel({ form }: { form: ReportForm }) {
  const texts = useFillTexts();
  const page = useTexts();
  const { store, open } = useFill();
  const { report } = useReport();
  const [file, setFile] = useState<Blob>();
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState<unknown>();
  const [written, setWritten] = useState(false);
  const at = `/api/reports/${encodeURIComponent(report.obligation)}/workbook`;
  const tried = async (work: () => Promise<void>) => {
    setProblem(undefined);
    setWritten(false);
    try {
      await work();
    } catch (refused) {
      setProblem(refused);
    }
  };
  const look = (chosen: File | undefined) =>
    tried(async () => {
      if (!chosen) return;
      const sent = new Blob([chosen], { type: XLSX });
      setFile(sent);
      setRead(undefined);
      await store.settled();
      setRead(await call<Read>(at, { method: 'POST', body: sent }));
    });
  const write = () =>
    tried(async () => {
      await call(`${at}?write=true&revision=${read?.revision ?? 0}`, { method: 'POST', body: file });
      await store.reload();
      setRead(undefined);
      setWritten(true);
    });
  const marked = () =>
    tried(async () => {
      const blob = await callForFile(`${at}/marked`, { method: 'POST', body: file });
      const link = Object.assign(document.createElement('a'), {
        href: URL.createObjectURL(blob),
        download: `${form.key}.xlsx`,
      });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  return (
    <details className="workbook-panel">
      <summary>{texts.workbook.title}</summary>
      <p>
        <a href={`${at}?form=${encodeURIComponent(form.key)}`}>{texts.workbook.download}</a>
      </p>
      {open && (
        <label className="field">
          {texts.workbook.upload}
          <input
            type="file"
            accept=".xlsx"
            onChange={(event) => {
              void look(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
      )}
      {problem !== undefined && (
        <p role="alert" className="fault">
          {problemText(problem, page)}
        </p>
      )}
      {written && <p role="status">{texts.workbook.written}</p>}
      {read && (
        <div role="status">
          {read.issues.length > 0 ? (
            <>
              <p className="fault">{texts.workbook.faults(read.issues.length)}</p>
              <ul>
                {read.issues.slice(0, 50).map((issue, index) => (
                  <li key={index}>{issue.text}</li>
                ))}
              </ul>
              <button type="button" onClick={() => void marked()}>
                {texts.workbook.marked}
              </button>
            </>
          ) : read.changed.length === 0 ? (
            <p>{texts.workbook.nothing}</p>
          ) : (
            <>
              <p>{texts.workbook.preview}:</p>
              <table className="changes">
                <thead>
                  <tr>
                    <th scope="col">{texts.indicator}</th>
                    <th scope="col">{texts.workbook.before}</th>
                    <th scope="col">{texts.workbook.after}</th>
                  </tr>
                </thead>
                <tbody>
                  {read.changed.slice(0, 200).map((one, index) => (
                    <tr key={index}>
                      <th scope="row">{one.label}</th>
                      <td>{one.before ?? ''}</td>
                      <td>{one.after ?? ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <button type="button" onClick={() => void write()}>
                {texts.workbook.write}
              </button>
            </>
          )}{' '}
          <button type="button" onClick={() => setRead(undefined)}>
            {texts.workbook.cancel}
          </button>
        </div>
      )}
    </details>
  );
}
