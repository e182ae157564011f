import { Dialog } from '../dialog';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage } from '../../texts/texts';
import { useReading } from '../grid/use-reading';
import type { Edit, Json } from '../model/forms';
import { memberOf, nameOf } from '../model/members';
import { audiencesIn } from '../model/cell-text';
import { valueInWords } from '../model/value-words';
import { type Conflict, mineAfterAll } from './settle-conflict';
import { useDraft, useOpenDraft } from './use-draft';

/** What the server did not take, one after the other: both values, who wrote the other, and the choice. */
export function ConflictDialog() {
  const { store } = useOpenDraft();
  const conflicts = useDraft((state) => state.conflicts);
  const texts = useEditorTexts();
  const [conflict] = conflicts;
  if (!conflict) return null;
  const canBeMine = mineAfterAll(conflict, store.state.definition) !== undefined;
  return (
    <Dialog
      title={conflict.code === 'changed-meanwhile' ? texts.conflict.title : conflict.text}
      onCancel={() => store.settle(conflict, 'theirs')}
      footer={
        canBeMine ? (
          <div className="buttons">
            <button type="button" className="main" onClick={() => store.settle(conflict, 'mine')}>
              {texts.conflict.keepMine}
            </button>
            <button type="button" onClick={() => store.settle(conflict, 'theirs')}>
              {texts.conflict.keepTheirs}
            </button>
          </div>
        ) : (
          <button type="button" className="main" onClick={() => store.settle(conflict, 'theirs')}>
            {texts.conflict.ok}
          </button>
        )
      }
    >
      <ConflictText conflict={conflict} />
      {conflicts.length > 1 && <p className="quiet">{texts.conflict.left(conflicts.length - 1)}</p>}
    </Dialog>
  );
}

function ConflictText({ conflict }: { conflict: Conflict }) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const { locale } = useLanguage();
  const reading = useReading();
  const { edit, by, at, now, text, code } = conflict;
  const key = edit.do === 'set-form' ? undefined : edit.do === 'set' || edit.do === 'move' ? edit.key : edit.item.key;
  const member =
    edit.do === 'set-form' || key === undefined ? undefined : memberOf(store.state.definition, edit.list, key);
  const name = member
    ? nameOf(member, locale)
    : edit.do === 'add' || edit.do === 'remove'
      ? nameOf(edit.item, locale)
      : key;
  const field = edit.do === 'set' || edit.do === 'set-form' ? fieldName(edit.field, texts.fields) : undefined;
  const shown = (value: Json) =>
    field !== undefined && field === texts.fields['appliesTo']
      ? (audiencesIn(reading()).find(({ code }) => code === value)?.name ?? String(value))
      : valueInWords(value, store.state.definition, texts, locale);
  const wish = (wished: Edit, about: string) =>
    wished.do === 'set' || wished.do === 'set-form' ? shown(wished.to) : texts.conflict[wished.do](about);
  const when = at && new Date(at).toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB');
  return (
    <>
      {code === 'changed-meanwhile' || <p>{text}</p>}
      <p>
        <strong>{[name, field].filter(Boolean).join(', ')}</strong>
      </p>
      {when && <p className="quiet">{texts.conflict.who(by ?? texts.conflict.somebody, when)}</p>}
      <dl>
        <dt>{texts.conflict.mine}</dt>
        <dd>{wish(edit, name ?? '')}</dd>
        <dt>{texts.conflict.theirs}</dt>
        <dd>
          {edit.do === 'set' || edit.do === 'set-form'
            ? code === 'unknown-member'
              ? texts.conflict.gone
              : shown(now)
            : member
              ? nameOf(member, locale)
              : texts.conflict.gone}
        </dd>
      </dl>
    </>
  );
}

const fieldName = (field: string, words: Record<string, string>): string =>
  words[field] ?? words[`${field}.vi`] ?? field;
