import { useMemo, useState } from 'react';
import { SomeOf } from '../../page/some-of';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useDefinition, useDraft } from '../draft/use-draft';
import { textOf } from '../model/cell-text';
import { fieldsOf } from '../model/fields';
import type { ListName } from '../model/forms';
import { membersOf, nameOf } from '../model/members';
import { GridRows } from './grid-row';
import { useReading } from './use-reading';

/** Fields that a line of a phone has room for. */
const TOLD = ['unit.vi', 'type', 'group', 'year', 'sort', 'level', 'depth'];

/** A list on a phone: one line a member, everything else behind it. */
export function MemberList({
  list,
  only,
  onOpen,
}: {
  list: ListName;
  only?: ReadonlySet<string>;
  onOpen: (key: string) => void;
}) {
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const members = membersOf(useDefinition(), list);
  const faults = useDraft((state) => state.faults);
  const reading = useReading();
  const [made] = useState(() => new GridRows());
  const rows = useMemo(() => made.of(list, members, faults), [made, list, members, faults]);
  const told = fieldsOf[list].filter((field) => TOLD.includes(field.name));
  const shown = only ? rows.filter((row) => only.has(row.item.key)) : rows;
  if (shown.length === 0) return <p className="empty">{texts.table.empty}</p>;
  return (
    <SomeOf key={list} all={shown}>
      {({ item, at, faults: wrong }) => (
        <li key={item.key} className={item['hidden'] === true ? 'row row-hidden' : wrong ? 'row late' : 'row'}>
          <button type="button" className="row-open" onClick={() => onOpen(item.key)}>
            <span className="row-title">
              {at}. {nameOf(item, locale)}
            </span>
            <span className="quiet">
              {told
                .map((field) => textOf(field, item, reading()))
                .filter((text) => text !== '')
                .join(', ')}
              {item['hidden'] === true && `, ${texts.fields['hidden']?.toLowerCase()}`}
            </span>
            {wrong && <span className="wrong">{[...wrong.values()].join(' ')}</span>}
          </button>
        </li>
      )}
    </SomeOf>
  );
}
