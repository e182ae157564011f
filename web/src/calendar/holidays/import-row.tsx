import { AskedButton } from '../../page/asked-button';
import { useRefresh } from '../../api/refresh';
import { Problem } from '../../page/problem';
import { useCalendarTexts } from '../../texts/calendar';
import { showInstant } from '../../texts/days';
import { useHolidayTexts } from '../../texts/holidays';
import { type Import, useUndoImport } from './queries';

/** An import with its years; the newest of a year is taken back. */
export function ImportRow({ one, isNewest }: { one: Import; isNewest: boolean }) {
  const texts = useHolidayTexts();
  const calendar = useCalendarTexts();
  const { refresh } = useRefresh();
  const undo = useUndoImport();
  const years = one.years.join(', ');
  // The button goes away with the import before the answer is told.
  const takeBack = () =>
    undo.mutateAsync(one.id).then(
      ({ days, dueDays }) => refresh(texts.undone(years, days, dueDays)),
      () => undefined,
    );
  return (
    <li className="row form-row">
      <div>
        <h3 className="row-title">{texts.importOf(years, one.fileName)}</h3>
        <p>{texts.importedAt(showInstant(one.at), one.by)}</p>
        <Problem of={undo.error} />
      </div>
      <div className="form-state">
        {one.undoneAt !== undefined && <span className="badge">{texts.wasUndone(showInstant(one.undoneAt))}</span>}
        {one.undoneAt === undefined && isNewest && (
          <AskedButton
            asks={{ title: texts.undoSure(years), yes: calendar.yes, no: calendar.no }}
            label={calendar.undoOf(texts.importOf(years, one.fileName))}
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
