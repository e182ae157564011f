import Form from '@rjsf/antd';
import type { MultiSchemaFieldTemplateProps, RJSFSchema, UiSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { shapeOnly } from '../../page/shape-only';
import type { Preview } from './use-preview';

interface Props {
  preview: Preview;
  /** The row, column or question to show; a form of hundreds of rows is not drawn whole at every key. */
  chosen: string | undefined;
  kind: 'indicators' | 'records' | 'outline' | 'short';
}

/** The web form as the schema alone makes it: the chosen row of a table, the whole of a short form. */
export default function WebPreview({ preview, chosen, kind }: Props) {
  const texts = useEditorTexts();
  const shown = useMemo(() => narrowed(preview, chosen, kind), [preview, chosen, kind]);
  if (!shown)
    return <p className="quiet">{chosen === undefined ? texts.preview.chooseRow : texts.preview.hiddenRow}</p>;
  return (
    <>
      {kind === 'indicators' && <p className="quiet">{texts.preview.oneRow}</p>}
      <Form
        tagName="div"
        idPrefix="preview"
        schema={shown.schema as RJSFSchema}
        uiSchema={{ ...(shown.uiSchema as UiSchema), 'ui:submitButtonOptions': { norender: true } }}
        validator={shapeOnly}
        templates={{ MultiSchemaFieldTemplate: Alternatives }}
        formData={shown.data}
        liveValidate={false}
        noHtml5Validate
        showErrorList={false}
      />
    </>
  );
}

/** Only the part of the schema that `chosen` is in; lists show one line. */
function narrowed({ schema, uiSchema }: Preview, chosen: string | undefined, kind: Props['kind']) {
  if (kind === 'records') return { schema, uiSchema, data: [{}] };
  const all = Object.keys(schema.properties ?? {});
  const keys = kind === 'short' ? all : all.filter((key) => key === chosen);
  if (keys.length === 0) return undefined;
  const pick = (from: Record<string, unknown> = {}) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return {
    schema: {
      ...schema,
      title: undefined,
      properties: pick(schema.properties),
      required: schema.required?.filter((key) => keys.includes(key)),
    },
    uiSchema: { ...pick(uiSchema), 'ui:order': keys },
    data: undefined,
  };
}

/** The choice between answer states, with a name for those who hear the page. */
function Alternatives({ selector, optionSchemaField }: MultiSchemaFieldTemplateProps) {
  const texts = useEditorTexts();
  return (
    <>
      <label>
        <span className="unseen">{texts.preview.state}</span>
        {selector}
      </label>
      {optionSchemaField}
    </>
  );
}
