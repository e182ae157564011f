import { memo } from 'react';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useDefinition, useDraft } from '../draft/use-draft';
import { topOf } from '../model/field';
import type { Item, ListName } from '../model/forms';
import { memberOf, nameOf } from '../model/members';
import { AggregationRule } from './aggregation-rule';
import { CheckRule } from './check-rule';
import { ChoicesEditor } from './choices-editor';
import { ComputedRule, VisibleWhen } from './optional-rule';
import { PanelField } from './panel-field';
import { type PanelPart, panelFields } from './panel-fields';
import { RowChecks } from './row-checks';

interface Props {
  list: ListName;
  /** Which member; none chosen where absent. */
  memberKey: string | undefined;
  onOpenCheck: (key: string) => void;
}

/** Everything about one member of a list: what the table shows and what has no room there. */
export const MemberPanel = memo(function MemberPanel({ list, memberKey, onOpenCheck }: Props) {
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const definition = useDefinition();
  const allFaults = useDraft((state) => state.faults);
  const member = memberKey === undefined ? undefined : memberOf(definition, list, memberKey);
  if (!member) return <p className="quiet">{texts.panel.none}</p>;
  const faults = allFaults.filter((fault) => fault.list === list && fault.key === member.key);
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.text;
  const part = (name: PanelPart, title: string) => (
    <Part key={name} list={list} member={member} part={name} title={title} faultOf={faultOf} />
  );
  const isAsked = list === 'rows' || list === 'columns' || list === 'questions';
  const provenance = member['provenance'];
  return (
    <div className="panel" key={`${list}/${member.key}`}>
      <h2>{nameOf(member, locale)}</h2>
      <p className="quiet">
        {texts.fields['key']}: {member.key}
      </p>
      {faults.length > 0 && (
        <div className="ask" role="group" aria-label={texts.panel.faults}>
          {faults.map((fault, at) => (
            <p key={at}>{fault.text}</p>
          ))}
        </div>
      )}
      {part('general', texts.panel.general)}
      {isAsked && member['type'] === 'choice' && <ChoicesEditor key={member.key} list={list} member={member} />}
      {list === 'checks' && <CheckRule member={member} fault={faultOf('holds')} />}
      {part('rules', texts.panel.rules)}
      {list !== 'checks' && <VisibleWhen list={list} member={member} fault={faultOf('visibleWhen')} />}
      {(list === 'rows' || list === 'measures' || list === 'columns') && (
        <ComputedRule list={list} member={member} fault={faultOf('computed')} />
      )}
      {list === 'rows' && <AggregationRule member={member} fault={faultOf('aggregation')} />}
      {isAsked && (
        <section>
          <h3>{texts.panel.checks}</h3>
          <RowChecks list={list} member={member} onOpen={onOpenCheck} />
        </section>
      )}
      {part('bot', texts.panel.bot)}
      {part('help', texts.panel.help)}
      {typeof provenance === 'string' && provenance !== '' && (
        <section>
          <h3>{texts.panel.provenance}</h3>
          <p>{provenance}</p>
          {typeof member['nationalCode'] === 'string' && (
            <p className="quiet">
              {texts.fields['nationalCode']}: {member['nationalCode']}
            </p>
          )}
        </section>
      )}
    </div>
  );
});

function Part({
  list,
  member,
  part,
  title,
  faultOf,
}: {
  list: ListName;
  member: Item;
  part: PanelPart;
  title: string;
  faultOf: (field: string) => string | undefined;
}) {
  const texts = useEditorTexts();
  const fields = panelFields(list, part);
  if (fields.length === 0) return null;
  const help = member['help'] as { [key: string]: unknown } | undefined;
  const isUnhelped = part === 'help' && list !== 'sections' && Object.keys(help ?? {}).length === 0;
  return (
    <section>
      <h3>{title}</h3>
      {isUnhelped && <p className="quiet">{texts.panel.noHelp}</p>}
      <div className="panel-fields">
        {fields.map((field) => (
          <PanelField
            key={`${member.key}/${field.name}`}
            list={list}
            member={member}
            field={field}
            fault={faultOf(field.name) ?? faultOf(topOf(field))}
          />
        ))}
      </div>
    </section>
  );
}
