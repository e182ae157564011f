import { useEditorTexts } from '../../texts/editor';
import type { Item, ListName } from '../model/forms';
import { canBeSplit } from '../model/split-row';
import type { RowWork } from './use-row-work';

interface Props {
  list: ListName;
  work: RowWork;
  /** The row that the cursor is in. */
  member: Item | undefined;
  chosen: ReadonlySet<string>;
  onAdd: () => void;
  onCopy: () => void;
  onSplit: (key: string) => void;
  onRemove: (keys: string[]) => void;
  onGo: (key: string) => void;
}

/** What can be done to the row of the cursor, or to all chosen rows. */
export function RowToolbar({ list, work, member, chosen, onAdd, onCopy, onSplit, onRemove, onGo }: Props) {
  const texts = useEditorTexts();
  const keys = chosen.size > 0 ? [...chosen] : member ? [member.key] : [];
  const one = chosen.size > 1 ? undefined : member;
  const canHide = !['measures', 'checks'].includes(list);
  const isHidden = member?.['hidden'] === true;
  const duplicate = () => {
    const key = one && work.duplicate(one.key);
    if (key) onGo(key);
  };
  return (
    <div className="row-tools" role="toolbar" aria-label={texts.table.actions}>
      <button type="button" className="main" onClick={onAdd}>
        {member ? texts.rowActions.addBelow : texts.rowActions.add}
      </button>
      <button type="button" onClick={onCopy}>
        {texts.rowActions.copyFrom}
      </button>
      <button type="button" disabled={!one} onClick={duplicate}>
        {texts.rowActions.duplicate}
      </button>
      {list === 'rows' && (
        <button type="button" disabled={!canBeSplit(one)} onClick={() => one && onSplit(one.key)}>
          {texts.rowActions.split}
        </button>
      )}
      <button type="button" disabled={!one} onClick={() => one && work.move(one.key, -1)}>
        {texts.rowActions.up}
      </button>
      <button type="button" disabled={!one} onClick={() => one && work.move(one.key, 1)}>
        {texts.rowActions.down}
      </button>
      {canHide && (
        <button type="button" disabled={keys.length === 0} onClick={() => work.hide(keys, !isHidden)}>
          {isHidden ? texts.rowActions.show : texts.rowActions.hide}
        </button>
      )}
      <button type="button" disabled={keys.length === 0} onClick={() => onRemove(keys)}>
        {texts.rowActions.remove}
      </button>
      {chosen.size > 0 && <span className="quiet">{texts.table.chosen(chosen.size)}</span>}
    </div>
  );
}
