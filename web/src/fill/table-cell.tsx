import { useFillTexts } from '../texts/fill';
import { CellField, type CellProps } from './cell-field';
import { decimalsOfComputed, isNumeric } from './engine';
import { isSubmittedCell } from './owed-forms';
import { shownAnswer } from './shown-answer';
import { useFill, useReport, useWriting } from './use-report';

/** One cell of the table: its field or its worked-out figure, the last one beside it, and whether it is saved. */
export function TableCell(given: CellProps & { openDetails: () => void }) {
  const texts = useFillTexts();
  const fill = useFill();
  const { around } = fill;
  const { report } = useReport();
  const write = useWriting();
  const { row, measure, view, last, id, label, openDetails } = given;
  const open = fill.open && !isSubmittedCell(report, row.key, measure.key);
  const isWorkedOut = row.computed !== undefined || measure.computed !== undefined;
  const content = () => {
    if (isWorkedOut) {
      const value = view.computed?.state === 'value' ? String(view.computed.value) : undefined;
      const decimals = measure.computed ? decimalsOfComputed(row, measure) : row.decimals;
      return (
        <output id={id} aria-label={label} title={texts.computed}>
          {value === undefined ? '–' : write.number(value, isNumeric(row) ? decimals : undefined)}
        </output>
      );
    }
    if (!open)
      return <span className="cell-shown">{shownAnswer(view.cell, row, { write, say: around.say, texts })}</span>;
    if (!view.asked && !view.cell) return <span className="quiet">–</span>;
    return (
      <>
        <CellField {...given} />
        <button
          type="button"
          className="cell-more"
          aria-label={texts.moreOf(label)}
          title={texts.more}
          onClick={openDetails}
        >
          ⋯
        </button>
      </>
    );
  };
  return (
    <td role="cell" className={`cell ${isWorkedOut ? 'worked-out' : view.saving}`}>
      <span className="cell-name">
        {write.text(measure.label)}
        {row.required && measure.required && ` (${texts.required})`}
      </span>
      <div className="cell-line">{content()}</div>
      <p id={`${id}-last`} className="cell-under">
        {last?.value !== undefined && !isWorkedOut && <span>{texts.last(last.label, write.number(last.value))}</span>}
        {last?.note && !isWorkedOut && <span>{last.note}</span>}
        {view.cell && view.cell.state !== 'value' && <span>{texts.shown[view.cell.state]}</span>}
        {view.cell?.state === 'value' && view.cell.standing && <span>{texts.standings[view.cell.standing]}</span>}
        {texts.saving[view.saving] && <span className={`mark ${view.saving}`}>{texts.saving[view.saving]}</span>}
      </p>
    </td>
  );
}
