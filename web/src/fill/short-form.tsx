import Form, { Templates } from '@rjsf/antd';
import type { ErrorSchema, FieldTemplateProps, RJSFSchema, UiSchema, WidgetProps } from '@rjsf/utils';
import { useMemo } from 'react';
import { shapeOnly } from '../page/shape-only';
import { saidOf } from './about-cell';
import { isShown, lineLookup, noteKey, type Question, type ShortForm, withoutNotes } from './engine';
import { Explained } from './explained';
import { lineFindings } from './line-findings';
import type { Place } from './places';
import type { ReportForm } from './report';
import { Sentences } from './said';
import { shownText } from './shown-answer';
import { readText } from './typed-answer';
import { useTypedField } from './typed-field';
import { UnclearAnswer } from './unclear-answer';
import { fieldOfPlace, useFill, useReport, useWriting } from './use-report';

type Texts = Record<string, string>;

/** A few questions, drawn by the schema that the server gives; numbers are read as they are in the tables. */
export default function ShortQuestions({ form }: { form: ReportForm & { definition: ShortForm } }) {
  const { store, open } = useFill();
  const { answers } = useReport();
  const { questions } = form.definition;
  const given: Texts = answers.sections[form.key] ?? {};
  const uiSchema = useMemo<UiSchema>(() => {
    const lookup = lineLookup(given);
    const unasked = questions.filter((one) => !isShown(one, lookup) && given[one.key] === undefined);
    return {
      ...(form.uiSchema as UiSchema),
      ...Object.fromEntries(unasked.map(({ key }) => [key, { 'ui:widget': 'hidden' }])),
      'ui:submitButtonOptions': { norender: true },
    };
  }, [form.uiSchema, questions, given]);
  const at = (section: string): Place => ({ kind: 'text', form: form.key, section });
  const wrong = Object.fromEntries(
    questions.map(({ key }) => {
      const refused = [at(key), at(noteKey(key))].flatMap((place) => store.saved(place).issues);
      return [key, { __errors: refused.map(({ message }) => message) }];
    }),
  ) as ErrorSchema;
  const take = (after: Texts) => {
    for (const { key } of questions) {
      if ((after[key] || undefined) !== given[key]) store.answer(at(key), after[key] || null);
    }
  };
  return (
    <div className="short-form">
      <Form
        tagName="div"
        idPrefix={form.key}
        schema={form.schema as RJSFSchema}
        uiSchema={uiSchema}
        validator={shapeOnly}
        widgets={{ TextWidget: TypedWidget }}
        templates={{ FieldTemplate: QuestionField }}
        formContext={{ form: form.definition, questions }}
        formData={withoutNotes(given)}
        extraErrors={wrong}
        disabled={!open}
        liveValidate={false}
        noHtml5Validate
        showErrorList={false}
        onChange={({ formData }) => take((formData ?? {}) as Texts)}
      />
      <AboutQuestion form={form.definition} />
    </div>
  );
}

interface Context {
  form: ShortForm;
  questions: Question[];
}

const { FieldTemplate } = Templates;

/** The field of a question with what the checks say about it, whatever it is answered with. */
function QuestionField(given: FieldTemplateProps) {
  const { form, questions } = given.registry.formContext as Context;
  const question = questions.find(({ key }) => given.id === `${form.key}_${key}`);
  if (!FieldTemplate || !question || given.hidden) return FieldTemplate ? <FieldTemplate {...given} /> : null;
  return (
    <div id={fieldOfPlace(form.key, { kind: 'text', form: form.key, section: question.key })} tabIndex={-1}>
      <FieldTemplate {...given} />
      <AboutQuestion form={form} question={question} />
    </div>
  );
}

/** What the checks say about a question, or about the form as a whole, and what was explained. */
function AboutQuestion({ form, question }: { form: ShortForm; question?: Question }) {
  const { store, around } = useFill();
  const { answers, report } = useReport();
  const write = useWriting();
  const found = lineFindings(form, answers, report.reportYear).filter(
    ({ issue }) => issue.path.section === question?.key,
  );
  const section = noteKey(question?.key);
  return (
    <div className="about-cell" aria-live="polite">
      <Sentences of={found.map((one) => saidOf(one, around))} />
      <Explained
        name={write.text((question ?? { label: form.title }).label)}
        note={answers.sections[form.key]?.[section]}
        asked={found.some(({ hard }) => !hard)}
        keep={(note) => store.answer({ kind: 'text', form: form.key, section }, note)}
      />
    </div>
  );
}

function TypedWidget({ id, name, value, onChange, disabled, label, registry }: WidgetProps) {
  const { form: definition, questions } = registry.formContext as Context;
  const form = definition.key;
  const { store, around } = useFill();
  const { unread } = useReport();
  const write = useWriting();
  const question = questions.find(({ key }) => key === name)!;
  const place: Place = { kind: 'text', form, section: name };
  const unclear = unread.find((one) => one.place.kind === 'text' && one.place.section === name)?.unclear;
  const field = useTypedField<string>({
    shown: shownText(String(value ?? ''), question, write),
    isUnread: unclear !== undefined,
    read: (text) => readText(text, question, around),
    leave: (found) => ('given' in found ? store.answer(place, found.given) : store.leaveUnread(place, found)),
    undo: () => store.leaveUnread(place, undefined),
  });
  return (
    <>
      <input
        {...field}
        id={id}
        disabled={disabled}
        aria-label={label}
        aria-describedby={`${fieldOfPlace(form, place)}-about`}
        autoComplete="off"
      />
      <div id={`${fieldOfPlace(form, place)}-about`} aria-live="polite">
        {unclear && (
          <UnclearAnswer of={unclear} show={(option) => shownText(option, question, write)} choose={onChange} />
        )}
      </div>
    </>
  );
}
