import { showInstant } from '../texts/days';
import { useFillTexts } from '../texts/fill';
import { formOf, nameOf } from './place-name';
import type { Correction } from './report';
import { shownAnswer } from './shown-answer';
import { useFill, useReport, useWriting } from './use-report';

/** What was changed after the report was submitted, with both figures and the reason: for whoever receives it. */
export function Corrections() {
  const texts = useFillTexts();
  const { report } = useReport();
  const { corrections = [] } = report;
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{texts.corrections}</h2>
      <ul>
        {corrections.map((one) => (
          <li key={one.revision}>
            <Changes correction={one} />
            {texts.correctedBy(one.by, showInstant(one.at), one.reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ correction: { change, was } }: { correction: Correction }) {
  const texts = useFillTexts();
  const { report } = useReport();
  const { around } = useFill();
  const write = useWriting();
  const reader = { write, say: around.say, texts };
  const places = Object.entries(change.cells ?? {}).flatMap(([row, measures]) =>
    Object.entries(measures).map(([measure, cell]) => ({ row, measure, cell })),
  );
  return places.map(({ row, measure, cell }) => {
    const place = { kind: 'cell', row, measure } as const;
    const form = formOf(report, place)?.definition;
    const asked = form?.kind === 'indicators' ? form.rows.find(({ key }) => key === row) : undefined;
    if (!asked) return null;
    const [from, to] = [was[row]?.[measure], cell].map((one) => shownAnswer(one, asked, reader));
    return <p key={`${row} ${measure}`}>{texts.corrected(nameOf(report, place, reader), from ?? '', to ?? '')}</p>;
  });
}
