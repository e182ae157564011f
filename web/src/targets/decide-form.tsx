import { useState } from 'react';
import { DayField } from '../board/day-field';
import { TextField } from '../board/text-field';
import { ActForm } from '../page/act-form';
import { isDay, showDay } from '../texts/days';
import { useTargetsPageTexts } from '../texts/targets-page';
import { useLanguage } from '../texts/texts';
import { type Target, type UnitTargets, useDecide } from './queries';

interface Given {
  act: 'assign' | 'resolve';
  unit: string;
  planYear: number;
  setBy: string | undefined;
  rows: UnitTargets['rows'];
  /** What stands now; only what is changed is sent. */
  standing: ReadonlyMap<string, Target>;
  warning: string | undefined;
  close: () => void;
  done: (said: string) => void;
}

/** Figures by one decision: of the superior that assigns, or of the unit's own council. */
export function DecideForm({ act, unit, planYear, setBy, rows, standing, warning, close, done }: Given) {
  const texts = useTargetsPageTexts();
  const { locale } = useLanguage();
  const decide = useDecide();
  const [figures, setFigures] = useState<ReadonlyMap<string, string>>(new Map());
  const [decision, setDecision] = useState('');
  const [decidedOn, setDecidedOn] = useState('');
  const [tried, setTried] = useState(false);
  const show = (value: string) => (locale === 'vi' ? value.replace('.', ',') : value);
  const filled = [...figures].filter(([, typed]) => typed.trim() !== '');
  const send = async () => {
    const targets = filled.map(([code, typed]) => ({ code, value: canonical(typed) }));
    const { asked } = await decide.mutateAsync({
      planYear,
      unit,
      setBy,
      decision: decision.trim(),
      decidedOn,
      targets,
    });
    done(texts.saved(targets.length, asked));
  };
  return (
    <ActForm
      save={texts.save[act]}
      ready={decision.trim().length >= 3 && isDay(decidedOn) && filled.length > 0}
      onTry={() => setTried(true)}
      send={send}
      close={close}
    >
      {warning !== undefined && <p className="ask">{warning}</p>}
      <TextField
        label={texts.decision[act]}
        value={decision}
        wrong={tried && decision.trim().length < 3 ? texts.decisionNeeded : undefined}
        change={setDecision}
      />
      <DayField
        label={texts.decidedOn}
        value={decidedOn}
        min={`${planYear - 2}-01-01`}
        echo={isDay(decidedOn) ? showDay(decidedOn) : undefined}
        wrong={tried && !isDay(decidedOn) ? texts.dayNeeded : undefined}
        change={setDecidedOn}
      />
      <p className="quiet">{texts.figuresHint}</p>
      {rows.map(({ code, label, unit: measure }) => {
        const stands = standing.get(code);
        return (
          <TextField
            key={code}
            label={texts.figure(label, measure, stands === undefined ? undefined : show(stands.value))}
            value={figures.get(code) ?? ''}
            change={(typed) => setFigures(new Map(figures).set(code, typed))}
          />
        );
      })}
      {tried && filled.length === 0 && <p className="wrong">{texts.figuresNeeded}</p>}
    </ActForm>
  );
}

/** `12,5` as `12.5`; anything with another reading goes as it is, and the server says what is wrong with it. */
function canonical(typed: string): string {
  const text = typed.normalize('NFC').trim();
  return /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text;
}
