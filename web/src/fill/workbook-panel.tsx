import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import { inOrder } from './left-to-do';
import { type WorkbookRead, workbooks } from './report';
import { useFill, useReport, useWriting } from './use-report';
import { WorkbookPreview } from './workbook-preview';

/** The forms in Excel: out with the answers so far, back with a look at what changes before anything is written. */
export function WorkbookPanel() {
  const texts = useFillTexts();
  const page = useTexts();
  const write = useWriting();
  const { store, open } = useFill();
  const { report } = useReport();
  const [chosen, setChosen] = useState<{ file: File; read: WorkbookRead }>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { obligation } = report;
  const tried = async (work: () => Promise<string>) => {
    setBusy(true);
    setProblem('');
    setSaid('');
    try {
      setSaid(await work());
    } catch (refused) {
      setProblem(problemText(refused, page));
    } finally {
      setBusy(false);
    }
  };
  const read = (file: File) =>
    tried(async () => {
      setChosen(undefined);
      if (!(await store.settled())) return texts.workbook.unsentFirst;
      setChosen({ file, read: await workbooks.read(obligation, file) });
      return '';
    });
  const keep = (file: File, revision: number) =>
    tried(async () => {
      await workbooks.write(obligation, file, revision);
      setChosen(undefined);
      await store.reload();
      return texts.workbook.written;
    });
  const marked = (file: File) =>
    tried(async () => {
      const address = URL.createObjectURL(await workbooks.marked(obligation, file));
      Object.assign(document.createElement('a'), { href: address, download: file.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      return '';
    });
  return (
    <details className="workbook-panel">
      <summary>{texts.workbook.title}</summary>
      {open && <p className="quiet">{texts.workbook.hint}</p>}
      <ul>
        {inOrder(report.forms, report.about?.headline).map(({ key, definition }) => (
          <li key={key}>
            <a href={workbooks.address(obligation, key)}>{texts.workbook.download(write.text(definition.title))}</a>
          </li>
        ))}
      </ul>
      {open && (
        <label className="field">
          {texts.workbook.choose}
          <input
            type="file"
            accept=".xlsx"
            disabled={busy}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) void read(file);
              event.target.value = '';
            }}
          />
        </label>
      )}
      {busy && <p role="status">{texts.workbook.reading}</p>}
      {said && <p role="status">{said}</p>}
      {problem && (
        <p role="alert" className="fault">
          {problem}
        </p>
      )}
      {chosen && (
        <WorkbookPreview
          name={chosen.file.name}
          read={chosen.read}
          busy={busy}
          write={() => void keep(chosen.file, chosen.read.revision)}
          marked={() => void marked(chosen.file)}
          cancel={() => setChosen(undefined)}
        />
      )}
    </details>
  );
}
