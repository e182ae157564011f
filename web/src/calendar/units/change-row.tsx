import { AskedButton } from '../../page/asked-button';
import { useRefresh } from '../../api/refresh';
import { Problem } from '../../page/problem';
import { useCalendarTexts } from '../../texts/calendar';
import { showDay, showInstant } from '../../texts/days';
import { useUnitChangeTexts } from '../../texts/unit-changes';
import { type Change, useUndoChange } from './queries';
import { ToldWords } from './told-words';

/** A change that was carried out, with everything it did; taken back where nobody has built on it. */
export function ChangeRow({ change }: { change: Change }) {
  const texts = useUnitChangeTexts();
  const calendar = useCalendarTexts();
  const { refresh } = useRefresh();
  const undo = useUndoChange();
  const { told, doneAt, undoneAt, by } = change;
  const names = (units: readonly { name: string }[]) => units.map(({ name }) => name).join(', ');
  const title = texts.titles[told.sort](names(told.units), names(told.into));
  const takeBack = () =>
    undo.mutateAsync(change.id).then(
      () => refresh(texts.undone(title)),
      () => undefined,
    );
  return (
    <li className="row form-row" data-change={told.sort}>
      <div>
        <h3 className="row-title">{title}</h3>
        <p>{texts.fromDay(showDay(told.from), told.decision)}</p>
        <p className="quiet">{texts.doneAt(showInstant(doneAt), by)}</p>
        <details>
          <summary>{texts.whatItDid}</summary>
          <ToldWords told={told} />
        </details>
        <Problem of={undo.error} />
      </div>
      <div className="form-state">
        {undoneAt !== null ? (
          <span className="badge">{texts.wasUndone(showInstant(undoneAt))}</span>
        ) : (
          <AskedButton
            asks={{ title: texts.undoSure, yes: calendar.yes, no: calendar.no }}
            label={calendar.undoOf(title)}
            busy={undo.isPending}
            onYes={() => void takeBack()}
          >
            {calendar.undo}
          </AskedButton>
        )}
      </div>
    </li>
  );
}
