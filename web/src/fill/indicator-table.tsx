import { memo, useCallback, useState } from 'react';
import { useFillTexts } from '../texts/fill';
import { CellField } from './cell-field';
import { CellMore } from './cell-more';
import type { CellView } from './row-views';
import type { IndicatorForm, Measure, Row } from './engine';
import { useReport, useRow, useWriting } from './use-report';

/** The official table: a row an indicator under bands of groups, a column a measure; on a telephone a card an indicator. */
export function IndicatorTable({ form }: { form: IndicatorForm }) {
  const texts = useFillTexts();
  const write = useWriting();
  const { last } = useReport().report;
  return (
    <div className="fill-scroll" role="region" aria-label={write.text(form.title)} tabIndex={0}>
      <table className="fill-table">
        <thead>
          <tr>
            <th scope="col">{texts.sequence}</th>
            <th scope="col">{texts.indicator}</th>
            <th scope="col">{texts.unit}</th>
            {form.measures.map((measure) => (
              <th key={measure.key} scope="col">
                {write.text(measure.label)}
              </th>
            ))}
          </tr>
        </thead>
        {form.groups.map((group) => (
          <tbody key={group.key}>
            <tr className="band">
              <th scope="rowgroup" colSpan={3 + form.measures.length}>
                {group.key}. {write.text(group.title)}
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
  );
}

interface RowProps {
  form: string;
  row: Row;
  measures: Measure[];
  last?: Record<string, { value: string; label: string }>;
}

/** Drawn again only when something of this row changes: a form has hundreds of cells. */
const IndicatorRow = memo(function IndicatorRow({ form, row, measures, last }: RowProps) {
  const texts = useFillTexts();
  const write = useWriting();
  const view = useRow(form, row.key);
  const [more, setMore] = useState<string>();
  const openMore = useCallback((measure: string) => setMore((now) => (now === measure ? undefined : measure)), []);
  const opened = measures.find((measure) => measure.key === more);
  const { meaning, method, legalBasis } = row.help;
  return (
    <>
      <tr className={row.part === undefined ? undefined : 'part'}>
        <td className="sequence">{row.part === undefined ? row.seq : ''}</td>
        <th scope="row">
          {write.text(row.label)}
          {(meaning || method || legalBasis) && (
            <details>
              <summary>{texts.help}</summary>
              {meaning && <p>{write.text(meaning)}</p>}
              {method && <p>{write.text(method)}</p>}
              {legalBasis && <p>{write.text(legalBasis)}</p>}
            </details>
          )}
        </th>
        <td className="unit">{row.unit.vi}</td>
        {measures.map((measure) => (
          <CellField
            key={measure.key}
            row={row}
            measure={measure}
            view={view.cells[measure.key] ?? NOTHING}
            last={last?.[measure.key]}
            openMore={openMore}
            isOpen={more === measure.key}
          />
        ))}
      </tr>
      {opened && (
        <CellMore
          key={opened.key}
          row={row}
          measure={opened}
          view={view.cells[opened.key] ?? NOTHING}
          columns={3 + measures.length}
          close={() => setMore(undefined)}
        />
      )}
    </>
  );
});

const NOTHING: CellView = { saving: 'untouched', findings: [], asked: true };
