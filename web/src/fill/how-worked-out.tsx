import { useFillTexts } from '../texts/fill';
import {
  cellLookup,
  decimalsOfComputed,
  formulaOfCell,
  type IndicatorForm,
  type Measure,
  type Row,
  traceOf,
  withComputed,
} from './engine';
import { ruleInWords } from './rule-words';
import { useFill, useReport } from './use-report';

interface Props {
  form: string;
  row: Row;
  measure: Measure;
  name: string;
  close: () => void;
}

/** How the figure of a cell that nobody fills in came about: the rule in words, then with the figures that stand there now. */
export function HowWorkedOut({ form, row, measure, name, close }: Props) {
  const texts = useFillTexts();
  const { around } = useFill();
  const { report, answers } = useReport();
  const definition = report.forms.find(({ key }) => key === form)?.definition as IndicatorForm | undefined;
  const formula = formulaOfCell(row, measure);
  if (!definition || !formula) return null;
  const seen = cellLookup(withComputed(definition, answers.cells), row.key, measure.key);
  const decimals = measure.computed ? decimalsOfComputed(row, measure) : row.decimals;
  return (
    <section
      className="cell-details"
      aria-label={texts.howOf(name)}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p>{ruleInWords(formula, definition, report.reportYear, around)}</p>
      <p>{traceOf(formula, seen, { decimals, locale: around.locale }) ?? texts.notWorkedOut}</p>
      <p className="buttons">
        <button type="button" autoFocus onClick={close}>
          {texts.close}
        </button>
      </p>
    </section>
  );
}
