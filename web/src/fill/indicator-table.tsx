import type { KeyboardEvent } from 'react';
import { useFillTexts } from '../texts/fill';
import type { IndicatorForm } from './engine';
import { IndicatorRow } from './indicator-row';
import { useFill, useWriting } from './use-report';

/**
 * The official table: bands of groups, a row an indicator, a column a measure. On a telephone each row is a card; the roles
 * are named, because a table that is laid out as anything else is no table to a screen reader.
 */
export function IndicatorTable({ form }: { form: IndicatorForm }) {
  const texts = useFillTexts();
  const write = useWriting();
  const { store, open } = useFill();
  const { last } = store.state.report;
  return (
    <>
      {open && <p className="quiet">{texts.howTo}</p>}
      <div className="fill-scroll" role="region" aria-label={write.text(form.title)} tabIndex={0}>
        <table className="fill-table" role="table" onKeyDown={toNextRow}>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {texts.indicator}
              </th>
              {form.measures.map((measure) => (
                <th key={measure.key} scope="col" role="columnheader">
                  {write.text(measure.label)}
                  {measure.required && <span className="quiet"> ({texts.required})</span>}
                </th>
              ))}
            </tr>
          </thead>
          {form.groups.map((group) => (
            <tbody key={group.key} role="rowgroup">
              <tr role="row" className="band">
                <th scope="rowgroup" role="rowheader" colSpan={form.measures.length + 1}>
                  {write.text(group.title)}
                </th>
              </tr>
              {form.rows
                .filter((row) => row.group === group.key)
                .map((row) => (
                  <IndicatorRow key={row.key} form={form.key} row={row} measures={form.measures} last={last[row.key]} />
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

/** Enter and the arrow keys go on to the same column of the next row, as in a spreadsheet. */
function toNextRow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const field = event.target as HTMLElement;
  const measure = field.dataset['measure'];
  if (!step || !measure) return;
  event.preventDefault();
  const column = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-measure="${CSS.escape(measure)}"]`)];
  const next = column[column.indexOf(field as HTMLInputElement) + step];
  next?.focus();
  next?.select();
}
