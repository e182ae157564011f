import Form from '@rjsf/antd';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { useMemo, useState } from 'react';
import { shapeOnly } from '../page/shape-only';
import { useFillTexts } from '../texts/fill';
import type { RecordRow } from './engine';
import { PasteLines } from './paste-lines';
import type { Place } from './places';
import type { ReportForm } from './report';
import { useFill, useReport, useWriting } from './use-report';

/** Lists, texts and short questions, drawn from the schema that the server gives; what is wrong in them it says itself. */
export default function SchemaPart({ form }: { form: ReportForm }) {
  const { store, open } = useFill();
  const write = useWriting();
  const { answers } = useReport();
  const { definition } = form;
  const isList = definition.kind === 'records';
  const given = isList ? (answers.records[form.key] ?? []) : (answers.sections[form.key] ?? {});
  const [data, setData] = useState<unknown>(given);
  const take = (next: unknown) => {
    setData(next);
    if (isList) store.answer({ kind: 'list', form: form.key }, ((next ?? []) as RecordRow[]).map(withoutEmpty));
    else answerTexts((next ?? {}) as Record<string, string>);
  };
  const answerTexts = (texts: Record<string, string>) => {
    for (const section of keysOf(definition)) {
      const text = texts[section] || null;
      if (text !== (answers.sections[form.key]?.[section] ?? null)) {
        store.answer({ kind: 'text', form: form.key, section }, text);
      }
    }
  };
  const uiSchema = useMemo(
    () => ({ ...(form.uiSchema as UiSchema), 'ui:title': ' ', 'ui:submitButtonOptions': { norender: true } }),
    [form.uiSchema],
  );
  const places: Place[] = isList
    ? [{ kind: 'list', form: form.key }]
    : keysOf(definition).map((section) => ({ kind: 'text', form: form.key, section }));
  const wrong = places.flatMap((place) => store.saved(place).issues);
  return (
    <section className="schema-part" aria-label={write.text(definition.title)}>
      {wrong.length > 0 && (
        <ul role="alert" className="fault">
          {wrong.map((issue) => (
            <li key={issue.message}>{issue.message}</li>
          ))}
        </ul>
      )}
      <Form
        tagName="div"
        idPrefix={form.key}
        schema={form.schema as RJSFSchema}
        uiSchema={uiSchema}
        validator={shapeOnly}
        formData={data}
        disabled={!open}
        liveValidate={false}
        noHtml5Validate
        showErrorList={false}
        onChange={(event) => take(event.formData)}
      />
      {isList && open && (
        <PasteLines
          form={definition}
          have={(data as RecordRow[]).length}
          add={(lines) => take([...(data as RecordRow[]), ...lines])}
        />
      )}
      {isList && <Totals columns={definition.columns} lines={data as RecordRow[]} />}
    </section>
  );
}

function withoutEmpty<T extends Record<string, string>>(line: T): T {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined && value !== '')) as T;
}

function keysOf(definition: ReportForm['definition']): string[] {
  if (definition.kind === 'outline') return definition.sections.map(({ key }) => key);
  return definition.kind === 'short' ? definition.questions.map(({ key }) => key) : [];
}

type Columns = Extract<ReportForm['definition'], { kind: 'records' }>['columns'];

function Totals({ columns, lines }: { columns: Columns; lines: RecordRow[] }) {
  const texts = useFillTexts();
  const write = useWriting();
  const sums = columns.filter((column) => column.total).map((column) => ({ column, sum: sumOf(lines, column.key) }));
  if (sums.length === 0) return null;
  return (
    <dl className="totals">
      {sums.map(({ column, sum }) => (
        <div key={column.key}>
          <dt>
            {texts.list.total}: {write.text(column.label)}
          </dt>
          <dd>{write.number(sum)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Exact: the decimals are added as whole numbers of their smallest place. */
function sumOf(lines: readonly RecordRow[], column: string): string {
  const values = lines.flatMap((line) => (/^-?\d+(\.\d+)?$/.test(line[column] ?? '') ? [line[column]!] : []));
  const places = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const sum = values.reduce((total, value) => {
    const [whole = '0', fraction = ''] = value.split('.');
    return total + BigInt(whole + fraction.padEnd(places, '0'));
  }, 0n);
  if (places === 0) return String(sum);
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return sum < 0n ? `-${text}` : text;
}
