import { useFillTexts } from '../texts/fill';
import { CellField, type CellProps } from './cell-field';
import { decimalsOfComputed, formulaOfCell, isNumeric, type Measure, type Row } from './engine';
import { isSubmittedCell } from './owed-forms';
import { shownAnswer } from './shown-answer';
import { useFill, useReport, useWriting } from './use-report';

/** Whether nobody fills a cell in. */
export const isWorkedOut = (row: Row, measure: Measure): boolean =>
  row.computed !== undefined || measure.computed !== undefined;

/** One cell of the table: its field or its worked-out figure, the last one beside it, and whether it is saved. */
export function TableCell(given: CellProps & { openDetails: () => void }) {
  const texts = useFillTexts();
  const fill = useFill();
  const { around } = fill;
  const { report } = useReport();
  const write = useWriting();
  const { row, measure, view, last, id, label, openDetails } = given;
  const open = fill.open && !isSubmittedCell(report, row.key, measure.key);
  const worked = isWorkedOut(row, measure);
  const content = () => {
    if (worked) {
      const value = view.computed?.state === 'value' ? String(view.computed.value) : undefined;
      const decimals = measure.computed ? decimalsOfComputed(row, measure) : row.decimals;
      return (
        <>
          <output id={id} aria-label={label} title={texts.computed} tabIndex={-1}>
            {value === undefined ? '–' : write.number(value, isNumeric(row) ? decimals : undefined)}
          </output>
          {formulaOfCell(row, measure) && (
            <MoreButton label={texts.howOf(label)} title={texts.how} sign="=" open={openDetails} />
          )}
        </>
      );
    }
    if (!open)
      return <span className="cell-shown">{shownAnswer(view.cell, row, { write, say: around.say, texts })}</span>;
    if (!view.asked && !view.cell) return <span className="quiet">–</span>;
    return (
      <>
        <CellField {...given} />
        <MoreButton label={texts.moreOf(label)} title={texts.more} sign="⋯" open={openDetails} />
      </>
    );
  };
  return (
    <td role="cell" className={`cell ${worked ? 'worked-out' : view.saving}`}>
      <span className="cell-name">
        {write.text(measure.label)}
        {row.required && measure.required && ` (${texts.required})`}
      </span>
      <div className="cell-line">{content()}</div>
      <p id={`${id}-last`} className="cell-under">
        {last?.value !== undefined && !worked && <span>{texts.last(last.label, write.number(last.value))}</span>}
        {last?.note && !worked && <span>{last.note}</span>}
        {view.cell && view.cell.state !== 'value' && view.cell.state !== 'worked-out' && (
          <span>{texts.shown[view.cell.state]}</span>
        )}
        {view.cell?.state === 'value' && view.cell.standing && <span>{texts.standings[view.cell.standing]}</span>}
        {texts.saving[view.saving] && <span className={`mark ${view.saving}`}>{texts.saving[view.saving]}</span>}
      </p>
    </td>
  );
}

/** What opens the details of a cell, behind its figure. */
function MoreButton({ label, title, sign, open }: { label: string; title: string; sign: string; open: () => void }) {
  return (
    <button type="button" className="cell-more" aria-label={label} title={title} onClick={open}>
      {sign}
    </button>
  );
}
