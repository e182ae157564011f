import { useState } from 'react';
import { SomeOf } from '../page/some-of';
import { useFillTexts } from '../texts/fill';
import { useTexts } from '../texts/texts';
import type { WorkbookRead } from './report';

interface Props {
  name: string;
  read: WorkbookRead;
  busy: boolean;
  write: () => void;
  marked: () => void;
  cancel: () => void;
}

const STEP = 20;

/** What a filled-in workbook changes, answer by answer, or what is wrong in it. */
export function WorkbookPreview({ name, read, busy, write, marked, cancel }: Props) {
  const texts = useFillTexts();
  const { changed, issues, findings } = read;
  return (
    <div role="group" aria-label={name} className="workbook-preview">
      <h3>{name}</h3>
      {issues.length > 0 && (
        <>
          <p className="fault">{texts.workbook.faults(issues.length)}</p>
          <Places of={issues} />
        </>
      )}
      {issues.length === 0 && findings.length > 0 && (
        <>
          <p className="odd">{texts.workbook.findings(findings.length)}</p>
          <Places of={findings} />
        </>
      )}
      <p>{texts.workbook.changed(changed.length)}</p>
      {changed.length > 0 && <Changed all={changed} />}
      <p className="buttons">
        {issues.length > 0 ? (
          <button type="button" className="main" disabled={busy} onClick={marked}>
            {texts.workbook.marked}
          </button>
        ) : (
          changed.length > 0 && (
            <button type="button" className="main" disabled={busy} onClick={write}>
              {texts.workbook.confirm}
            </button>
          )
        )}
        {issues.length === 0 && findings.length > 0 && (
          <button type="button" disabled={busy} onClick={marked}>
            {texts.workbook.markedToExplain}
          </button>
        )}
        <button type="button" disabled={busy} onClick={cancel}>
          {texts.workbook.cancel}
        </button>
      </p>
    </div>
  );
}

function Places({ of }: { of: WorkbookRead['issues'] }) {
  const texts = useFillTexts();
  return (
    <SomeOf all={of} step={STEP}>
      {({ cell, text }) => (
        <li key={`${cell?.sheet} ${cell?.cell} ${text}`}>
          {cell && texts.workbook.at(cell.sheet, cell.cell)}
          {text}
        </li>
      )}
    </SomeOf>
  );
}

function Changed({ all }: { all: WorkbookRead['changed'] }) {
  const texts = useFillTexts();
  const page = useTexts();
  const [shown, setShown] = useState(STEP);
  const said = (value: string | null) => value || <span className="quiet">{texts.workbook.nothing}</span>;
  return (
    <>
      <table className="changes">
        <thead>
          <tr>
            <th scope="col">{texts.workbook.what}</th>
            <th scope="col">{texts.workbook.before}</th>
            <th scope="col">{texts.workbook.after}</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, shown).map((one) => (
            <tr key={one.label}>
              <th scope="row">{one.label}</th>
              <td>{said(one.before)}</td>
              <td>{said(one.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > shown && (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          {page.page.more(Math.min(STEP, all.length - shown))}
        </button>
      )}
    </>
  );
}
