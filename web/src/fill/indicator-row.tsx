import { memo, useState } from 'react';
import { useFillTexts } from '../texts/fill';
import { AboutCell, isSpokenOf } from './about-cell';
import { CellDetails } from './cell-details';
import type { Measure, Row } from './engine';
import { HowWorkedOut } from './how-worked-out';
import type { LastFigure } from './report';
import { isWorkedOut, TableCell } from './table-cell';
import { fieldOfPlace, useFill, useRow, useWriting } from './use-report';

interface Props {
  form: string;
  row: Row;
  measures: readonly Measure[];
  last?: Record<string, LastFigure>;
}

/** One indicator in all its measures; drawn again only when something of this row changes. */
export const IndicatorRow = memo(function IndicatorRow({ form, row, measures, last }: Props) {
  const write = useWriting();
  const { store } = useFill();
  const view = useRow(form, row.key);
  const [opened, setOpened] = useState<string>();
  const cells = measures.flatMap((measure) => {
    const one = view.cells[measure.key];
    const id = fieldOfPlace(form, { kind: 'cell', row: row.key, measure: measure.key });
    const label = `${write.text(row.label)}, ${write.text(measure.label)}, ${row.unit.vi}`;
    return one ? [{ measure, view: one, id, label, last: last?.[measure.key] }] : [];
  });
  // Nothing of it is asked, and nothing was answered before.
  if (cells.every(({ view: { asked, cell } }) => !asked && !cell)) return null;
  const spoken = cells.filter((one) => isSpokenOf(one.view));
  const open = cells.find(({ measure }) => measure.key === opened);
  const close = () => {
    if (open) document.getElementById(open.id)?.focus();
    setOpened(undefined);
  };
  return (
    <>
      <tr role="row" className={row.part === undefined ? undefined : 'part'}>
        <th scope="row" role="rowheader">
          <RowName row={row} />
        </th>
        {cells.map((one) => (
          <TableCell key={one.measure.key} row={row} {...one} openDetails={() => setOpened(one.measure.key)} />
        ))}
      </tr>
      {spoken.length > 0 && (
        <tr role="row" className="about">
          <td role="cell" colSpan={measures.length + 1}>
            {spoken.map((one) => (
              <AboutCell key={one.measure.key} row={row} {...one} />
            ))}
          </td>
        </tr>
      )}
      {open && (
        <tr role="row" className="about">
          <td role="cell" colSpan={measures.length + 1}>
            {isWorkedOut(row, open.measure) ? (
              <HowWorkedOut form={form} row={row} measure={open.measure} name={open.label} close={close} />
            ) : (
              <CellDetails
                key={open.measure.key}
                cell={open.view.cell}
                measure={open.measure}
                name={open.label}
                take={(cell) => store.answer({ kind: 'cell', row: row.key, measure: open.measure.key }, cell)}
                close={close}
              />
            )}
          </td>
        </tr>
      )}
    </>
  );
});

function RowName({ row }: { row: Row }) {
  const texts = useFillTexts();
  const write = useWriting();
  const { meaning, method, legalBasis } = row.help;
  const parts = { meaning, method, legalBasis };
  const known = (['meaning', 'method', 'legalBasis'] as const).flatMap((key) => {
    const text = parts[key];
    return text ? [{ key, text }] : [];
  });
  return (
    <>
      {row.part === undefined && <span className="quiet">{row.seq}. </span>}
      {write.text(row.label)} <span className="quiet">({row.unit.vi})</span>
      {known.length > 0 && (
        <details>
          <summary>{texts.help.show}</summary>
          {known.map(({ key, text }) => (
            <p key={key}>
              {texts.help[key]}: {write.text(text)}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
