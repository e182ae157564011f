import { useEffect, useRef, useState } from 'react';
import { useFillTexts } from '../texts/fill';
import { isShown, lineLookup, type OutlineForm, type Section } from './engine';
import type { Place } from './places';
import { fieldOfPlace, useFill, useReport, useSaved, useWriting } from './use-report';

const PAUSE_MS = 800;

/** Sections of text under their headings, with the directive's guidance; kept while they are written. */
export function OutlineSections({ form }: { form: OutlineForm }) {
  const given = useReport().answers.sections[form.key] ?? {};
  const lookup = lineLookup(given);
  return (
    <div className="outline">
      {form.sections
        .filter((section) => isShown(section, lookup) || (!section.hidden && given[section.key] !== undefined))
        .map((section) => (
          <SectionText key={section.key} form={form.key} section={section} />
        ))}
    </div>
  );
}

function SectionText({ form, section }: { form: string; section: Section }) {
  const texts = useFillTexts();
  const write = useWriting();
  const { store, open } = useFill();
  const { answers } = useReport();
  const place: Place = { kind: 'text', form, section: section.key };
  const { saving, issues } = useSaved(place);
  const stored = answers.sections[form]?.[section.key] ?? '';
  const [text, setText] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const id = fieldOfPlace(form, place);
  const keep = (now: string) => {
    clearTimeout(timer.current);
    if (now !== stored) store.answer(place, now.trim() === '' ? null : now);
  };
  const Heading = section.depth === 1 ? 'h3' : 'h4';
  return (
    <section>
      <Heading>
        <label htmlFor={id}>{write.text(section.title)}</label>
        {section.required && <span className="quiet"> ({texts.required})</span>}
      </Heading>
      {section.guidance && (
        <p className="quiet" id={`${id}-guidance`}>
          {write.text(section.guidance)}
        </p>
      )}
      {open ? (
        <textarea
          id={id}
          rows={6}
          aria-describedby={`${id}-guidance ${id}-about`}
          value={text ?? stored}
          onChange={(event) => {
            const now = event.target.value;
            setText(now);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => keep(now), PAUSE_MS);
          }}
          onBlur={() => {
            if (text !== undefined) keep(text);
            setText(undefined);
          }}
        />
      ) : (
        <p className="written">{stored}</p>
      )}
      <div id={`${id}-about`}>
        {issues.map(({ message }) => (
          <p key={message} className="fault">
            {message}
          </p>
        ))}
        <p className={`mark ${saving}`}>{texts.saving[saving]}</p>
      </div>
    </section>
  );
}
