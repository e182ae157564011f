import Form from '@rjsf/antd';
import type { ErrorSchema, RJSFSchema, UiSchema, WidgetProps } from '@rjsf/utils';
import { useMemo } from 'react';
import { shapeOnly } from '../page/shape-only';
import { isShown, lineLookup, type Question, type ShortForm } from './engine';
import type { Place } from './places';
import type { ReportForm } from './report';
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
    questions.map(({ key }) => [key, { __errors: store.saved(at(key)).issues.map(({ message }) => message) }]),
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
        formContext={{ form: form.key, questions }}
        formData={given}
        extraErrors={wrong}
        disabled={!open}
        liveValidate={false}
        noHtml5Validate
        showErrorList={false}
        onChange={({ formData }) => take((formData ?? {}) as Texts)}
      />
    </div>
  );
}

function TypedWidget({ id, name, value, onChange, disabled, label, registry }: WidgetProps) {
  const { form, questions } = registry.formContext as { form: string; questions: Question[] };
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
