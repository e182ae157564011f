import { Dialog } from '../dialog';
import { useEditorTexts } from '../../texts/editor';
import type { ListName } from '../model/forms';
import type { RowWork } from './use-row-work';

interface Props {
  list: ListName;
  keys: readonly string[];
  work: RowWork;
  onDone: () => void;
}

/** Removing is meant twice: hiding is what most people want, and it is offered first. */
export function RemoveDialog({ list, keys, work, onDone }: Props) {
  const texts = useEditorTexts().removing;
  const canHide = !['measures', 'checks'].includes(list);
  const then = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <Dialog
      title={texts.title(keys.length)}
      onCancel={onDone}
      footer={
        <div className="buttons">
          {canHide && (
            <button type="button" className="main" onClick={then(() => work.hide(keys, true))}>
              {texts.hide}
            </button>
          )}
          <button type="button" onClick={then(() => work.remove(keys))}>
            {texts.remove}
          </button>
          <button type="button" onClick={onDone}>
            {texts.cancel}
          </button>
        </div>
      }
    >
      {canHide && <p>{texts.why}</p>}
    </Dialog>
  );
}
