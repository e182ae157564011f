import { Modal } from 'antd';
import { useState } from 'react';
import { useRefresh } from '../../api/refresh';
import { ChoiceField } from '../../page/choice-field';
import { problemText } from '../../page/problem-text';
import { useCalendarTexts } from '../../texts/calendar';
import { showDay } from '../../texts/days';
import { useHolidayTexts } from '../../texts/holidays';
import { useTexts } from '../../texts/texts';
import { NoticesEffect } from '../notices-effect';
import type { NoticeDifference } from '../queries';
import { HolidayDifference } from './holiday-difference';
import { lookAtNotices, type Read, readHolidays, useImportHolidays } from './queries';

/** A file of holidays: read, its difference and everything that follows told, written only after a yes. */
export function ImportDialog({ today, close }: { today: string; close: () => void }) {
  const texts = useHolidayTexts();
  const calendar = useCalendarTexts();
  const house = useTexts();
  const { refresh } = useRefresh();
  const [chosen, setChosen] = useState<{ file: File; read?: Read; notices?: NoticeDifference }>();
  const [answer, setAnswer] = useState<'' | 'keep' | 'follow'>('');
  const [problem, setProblem] = useState<unknown>();
  const write = useImportHolidays();
  const look = async (file: File, over: '' | 'keep' | 'follow' = '') => {
    setProblem(undefined);
    write.reset();
    setAnswer(over);
    if (over === '') setChosen({ file });
    try {
      const read = await readHolidays(file, over === 'follow');
      const notices = read.faults.length === 0 ? await lookAtNotices(read, today) : undefined;
      setChosen({ file, read, notices });
    } catch (refused) {
      setProblem(refused);
      setChosen(undefined);
    }
  };
  const found = chosen?.read;
  const changes = found ? found.added.length + found.removed.length + found.changed.length : 0;
  // What somebody moved by hand is never moved, nor left, without having been asked about.
  const asked = found !== undefined && found.byHand.length > 0;
  const isReady = changes > 0 && (!asked || (answer !== '' && found.overHand === (answer === 'follow')));
  const apply = () => {
    if (!chosen || !found || !isReady || write.isPending) return;
    const onSuccess = ({ years, dueDays }: Read) => {
      refresh(texts.imported(years.join(', '), dueDays));
      close();
    };
    write.mutate({ file: chosen.file, digest: found.digest, overHand: found.overHand }, { onSuccess });
  };
  const refused = problem ?? write.error;
  return (
    <Modal
      open
      width={720}
      title={texts.import}
      closable={{ 'aria-label': calendar.close }}
      onCancel={close}
      footer={
        <div className="buttons">
          {isReady && (
            <button type="button" className="main" disabled={write.isPending} onClick={apply}>
              {calendar.apply}
            </button>
          )}
          <button type="button" onClick={close}>
            {house.page.cancel}
          </button>
        </div>
      }
    >
      <p>{texts.importHint}</p>
      <label className="field">
        {texts.choose}
        <input
          type="file"
          accept=".csv,.xlsx"
          disabled={(chosen && !found) || write.isPending}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void look(file);
            event.target.value = '';
          }}
        />
      </label>
      <div role="status" className="effect">
        {chosen && !found && <p>{texts.reading}</p>}
        {found && found.faults.length > 0 && <p className="wrong">{texts.faults(found.faults.length)}</p>}
        {found && found.faults.length === 0 && changes === 0 && <p>{texts.nothing(found.years.join(', '))}</p>}
        {found && changes > 0 && (
          <>
            <p>{texts.speaksFor(chosen.file.name, found.years.join(', '))}</p>
            <HolidayDifference read={found} />
            {asked && (
              <>
                <p>
                  <strong>{texts.byHand}</strong>
                </p>
                <ul>
                  {found.byHand.map(({ title, from, to, units }) => (
                    <li key={`${title} ${from} ${to}`}>{texts.byHandLine(title, units, showDay(from), showDay(to))}</li>
                  ))}
                </ul>
                <div className="person-form">
                  <ChoiceField
                    label={texts.byHandAsk}
                    value={answer}
                    options={[
                      { value: '', label: texts.byHandChoose },
                      { value: 'keep', label: texts.byHandKeep },
                      { value: 'follow', label: texts.byHandFollow },
                    ]}
                    change={(over) => void look(chosen.file, over)}
                  />
                </div>
              </>
            )}
            {chosen.notices && <NoticesEffect difference={chosen.notices} />}
          </>
        )}
      </div>
      {found && found.faults.length > 0 && (
        <ul className="said-list">
          {found.faults.map(({ line, text }, at) => (
            <li key={at}>
              <strong>{texts.line(line)}</strong>: {text}
            </li>
          ))}
        </ul>
      )}
      {refused !== undefined && refused !== null && (
        <p className="wrong" role="alert">
          {problemText(refused, house)}
        </p>
      )}
    </Modal>
  );
}
