import { useState } from 'react';
import { TextField } from '../board/text-field';
import { readCell } from '../fill/typed-answer';
import { formatEn, formatVi, fillYears } from '../fill/engine';
import { problemText } from '../page/problem-text';
import { ResourceView } from '../page/resource-view';
import { PageLink } from '../page/router';
import { dayOf, showDay } from '../texts/days';
import { useConferencesTexts } from '../texts/conferences';
import { useLanguage, useTexts } from '../texts/texts';
import { type Minute, type Minutes, useMinutes, useWriteMinutes } from './queries';

/** Minutes of one conference: for each figure what the unit put forward, what was said, what was concluded. */
export default function MinutesPage({ id }: { id: string }) {
  const texts = useConferencesTexts();
  const minutes = useMinutes(id);
  return (
    <section className="parts">
      <p>
        <PageLink to="/hoi-nghi">{texts.back}</PageLink>
      </p>
      <ResourceView of={minutes}>{(data) => <Written key={id} of={data} />}</ResourceView>
    </section>
  );
}

const keyOf = ({ row, measure }: Pick<Minute, 'row' | 'measure'>) => `${row} ${measure}`;

interface Edit {
  discussed?: string;
  concluded?: string;
}

function Written({ of: { conference, form, minutes, mayWrite } }: { of: Minutes }) {
  const texts = useConferencesTexts();
  const house = useTexts();
  const { locale } = useLanguage();
  const write = useWriteMinutes();
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map());
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<string>();
  if (form.kind !== 'indicators') return null;
  const show = (value: string | null) => (value === null ? '' : locale === 'vi' ? formatVi(value) : formatEn(value));
  const inWords = (text: { vi: string; en?: string }) => (locale === 'en' && text.en) || text.vi;
  const change = (at: string, part: Edit) => {
    setSaid(undefined);
    setEdits(new Map(edits).set(at, { ...edits.get(at), ...part }));
  };
  const byRow = Map.groupBy(minutes, (one) => one.row);
  const read = (minute: Minute): { value?: string | null; wrong?: string } => {
    const typed = edits.get(keyOf(minute))?.concluded;
    const row = form.rows.find(({ key }) => key === minute.row);
    const measure = form.measures.find(({ key }) => key === minute.measure);
    if (typed === undefined || !row || !measure) return {};
    const around = { today: dayOf(new Date().toISOString()), locale, say: () => '' };
    const answer = readCell(typed, { row, measure, last: minute.proposed ?? undefined }, around);
    if (!('given' in answer)) return { wrong: texts.figureWrong };
    if (answer.given === null) return { value: null };
    return answer.given.state === 'value' && typeof answer.given.value === 'string'
      ? { value: answer.given.value }
      : { wrong: texts.figureWrong };
  };
  const save = () => {
    const changed = minutes.filter((one) => edits.has(keyOf(one)));
    const readings = changed.map((one) => ({ one, reading: read(one) }));
    if (readings.length === 0 || readings.some(({ reading }) => reading.wrong !== undefined) || write.isPending) return;
    setProblem(undefined);
    const lines = readings.map(({ one, reading }) => ({
      row: one.row,
      measure: one.measure,
      discussed: edits.get(keyOf(one))?.discussed ?? one.discussed,
      concluded: reading.value === undefined ? one.concluded : reading.value,
    }));
    write.mutateAsync({ id: conference.id, lines }).then(
      () => {
        setEdits(new Map());
        setSaid(texts.minutesSaved(lines.length));
      },
      (error: unknown) => setProblem(problemText(error, house)),
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h1>{texts.minutesOf(conference.unitName)}</h1>
      <p>
        {texts.halves[conference.half]} {showDay(conference.day)}, {conference.room}.{' '}
        {texts.chairedBy(conference.chairName)}
      </p>
      <p className="quiet">{mayWrite ? texts.minutesHint : texts.minutesRead}</p>
      {form.rows
        .filter((row) => byRow.has(row.key))
        .map((row) => (
          <section key={row.key} aria-labelledby={`row-${row.key}`} className="row minute">
            <h2 id={`row-${row.key}`} className="row-title">
              {inWords(row.label)} <span className="quiet">({row.unit.vi})</span>
            </h2>
            {byRow.get(row.key)!.map((minute) => {
              const measure = form.measures.find(({ key }) => key === minute.measure)!;
              const label = fillYears(inWords(measure.label), conference.planYear - 1);
              const edit = edits.get(keyOf(minute));
              return (
                <details key={minute.measure} open={minute.discussed !== '' || minute.concluded !== null || undefined}>
                  <summary>
                    {label}: {texts.proposed(show(minute.proposed))}
                    {minute.concluded !== null && ` · ${texts.settledAt(show(minute.concluded))}`}
                  </summary>
                  {mayWrite ? (
                    <>
                      <TextField
                        label={texts.discussed(label)}
                        value={edit?.discussed ?? minute.discussed}
                        change={(discussed) => change(keyOf(minute), { discussed })}
                      />
                      <TextField
                        label={texts.concludedFigure(label)}
                        value={edit?.concluded ?? show(minute.concluded)}
                        wrong={read(minute).wrong}
                        change={(concluded) => change(keyOf(minute), { concluded })}
                      />
                    </>
                  ) : (
                    <p>{minute.discussed === '' ? texts.notDiscussed : texts.wasSaid(minute.discussed)}</p>
                  )}
                </details>
              );
            })}
          </section>
        ))}
      {problem !== undefined && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <p role="status" className="said">
        {said}
      </p>
      {mayWrite && (
        <div className="buttons">
          <button type="submit" className="main" disabled={write.isPending || edits.size === 0}>
            {texts.saveMinutes}
          </button>
        </div>
      )}
    </form>
  );
}
