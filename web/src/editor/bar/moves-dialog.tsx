import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../dialog';
import { useState } from 'react';
import { problemText } from '../../page/problem-text';
import { SomeOf } from '../../page/some-of';
import { useEditorTexts } from '../../texts/editor';
import { useTexts } from '../../texts/texts';
import type { ReportMove } from '../draft/answers';
import type { Desk } from '../draft/desk';
import '../editor.css';

interface Props {
  formKey: string;
  desk: Desk;
  version: number;
  /** What is said first, where something was just done. */
  title?: string;
  onClose: () => void;
}

interface Moved {
  id: string;
  moved: number;
  notBegun: number;
  undone?: { kept: { unitName: string; text: string }[] };
}

/** Which open reports follow into the new version, what that changes in each, and the way back. */
export function MovesDialog({ formKey, desk, version, title, onClose }: Props) {
  const texts = useEditorTexts().publish;
  const page = useTexts();
  const moves = useQuery({ queryKey: ['moves', formKey, version], queryFn: () => desk.moves(version), gcTime: 0 });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [notBegun, setNotBegun] = useState(true);
  const [moved, setMoved] = useState<Moved>();
  const [problem, setProblem] = useState<unknown>();
  const reports = moves.data?.reports ?? [];
  const waiting = moves.data?.notBegun ?? 0;
  const going = reports.filter((report) => !left.has(report.obligation)).map((report) => report.obligation);
  const tried = async (act: () => Promise<void>) => {
    setProblem(undefined);
    await act().catch(setProblem);
  };
  const move = () =>
    tried(async () => {
      const done = await desk.move({ to: version, obligations: going, notBegun });
      setMoved({ id: done.move, moved: done.moved, notBegun: done.notBegun });
    });
  const undo = (done: Moved) =>
    tried(async () => {
      const { kept } = await desk.undoMove(done.id);
      setMoved({ ...done, undone: { kept } });
    });
  const nothing = moves.data && reports.length === 0 && waiting === 0;
  return (
    <Dialog
      width={720}
      title={[title, texts.moveTitle].filter(Boolean).join(' ')}
      onCancel={onClose}
      footer={
        <div className="buttons">
          {!moved && moves.data && !nothing && (
            <button
              type="button"
              className="main"
              disabled={going.length === 0 && !(notBegun && waiting > 0)}
              onClick={() => void move()}
            >
              {texts.move(going.length + (notBegun ? waiting : 0))}
            </button>
          )}
          {moved && !moved.undone && (
            <button type="button" onClick={() => void undo(moved)}>
              {texts.undoMove}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {moved || nothing ? texts.done : texts.later}
          </button>
        </div>
      }
    >
      {moves.isPending && <p role="status">{page.page.loading}</p>}
      {(moves.error ?? problem) != null && <p className="wrong">{problemText(moves.error ?? problem, page)}</p>}
      {nothing && <p>{texts.noMoves}</p>}
      {moved && <p role="status">{moved.undone ? texts.undone : texts.moved(moved.moved, moved.notBegun)}</p>}
      {moved?.undone && moved.undone.kept.length > 0 && (
        <>
          <p>{texts.keptReports}:</p>
          <ul className="said-list">
            {moved.undone.kept.map(({ unitName, text }) => (
              <li key={unitName}>
                {unitName}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {!moved && moves.data && !nothing && (
        <div className="editor-form">
          <p>
            <strong>{texts.moveOffer}</strong>
          </p>
          <p className="quiet">{texts.moveWhat}</p>
          {waiting > 0 && (
            <label className="panel-box">
              <input type="checkbox" checked={notBegun} onChange={(event) => setNotBegun(event.target.checked)} />
              {texts.notBegun(waiting)}
            </label>
          )}
          <SomeOf all={reports}>
            {(report) => (
              <ReportLine
                key={report.obligation}
                report={report}
                goes={!left.has(report.obligation)}
                onGoes={(goes) => {
                  const next = new Set(left);
                  if (goes) next.delete(report.obligation);
                  else next.add(report.obligation);
                  setLeft(next);
                }}
              />
            )}
          </SomeOf>
        </div>
      )}
    </Dialog>
  );
}

const MOST_LINES = 10;

function ReportLine({ report, goes, onGoes }: { report: ReportMove; goes: boolean; onGoes: (goes: boolean) => void }) {
  const texts = useEditorTexts().publish;
  const parts: [string, string[]][] = [
    [texts.asked, report.differences],
    [texts.converted, report.changes],
    [texts.lost, report.lost],
    [texts.issues, report.issues],
  ];
  return (
    <li className="row">
      <label className="panel-box">
        <input type="checkbox" checked={goes} onChange={(event) => onGoes(event.target.checked)} />
        {report.unitName} ({texts.fromVersion(report.from)})
      </label>
      <p>{report.summary}</p>
      {parts
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <div key={title}>
            <strong>{title}</strong>
            <ul className="said-list">
              {lines.slice(0, MOST_LINES).map((line, at) => (
                <li key={at}>{line}</li>
              ))}
              {lines.length > MOST_LINES && <li className="quiet">{texts.andMore(lines.length - MOST_LINES)}</li>}
            </ul>
          </div>
        ))}
    </li>
  );
}
