import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useRefresh } from '../api/refresh';
import { problemText } from '../page/problem-text';
import { useCalendarTexts } from '../texts/calendar';
import { useTexts } from '../texts/texts';

interface Given<V, E> {
  title: string;
  hint?: string;
  /** The fields; `tried` is true once somebody asked for the preview, so that what is missing may be said. */
  fields: (tried: boolean) => ReactNode;
  /** What the fields say; undefined while something is missing. */
  value: V | undefined;
  /** Asks the server what the act would do. */
  look: (value: V) => Promise<E>;
  /** Its effect in words. */
  tell: (effect: E) => ReactNode;
  /** Does it, and gives the sentence that says so. */
  act: (value: V) => Promise<string>;
  /** The area whose data the act changes. */
  area: string;
  close: () => void;
}

/** An act in two steps: its effect is told, and exactly what was looked at is done. Changed fields need a new look. */
export function ActDialog<V, E>({ title, hint, fields, value, look, tell, act, area, close }: Given<V, E>) {
  const texts = useCalendarTexts();
  const house = useTexts();
  const client = useQueryClient();
  const { refresh } = useRefresh();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState<'look' | 'act'>();
  const [problem, setProblem] = useState<unknown>();
  const [seen, setSeen] = useState<{ of: string; effect: E }>();
  const now = JSON.stringify(value);
  const isCurrent = seen !== undefined && seen.of === now;
  const during = async (step: 'look' | 'act', work: () => Promise<void>) => {
    setBusy(step);
    setProblem(undefined);
    try {
      await work();
    } catch (refused) {
      setProblem(refused);
    } finally {
      setBusy(undefined);
    }
  };
  const preview = () => {
    setTried(true);
    if (value === undefined || busy) return;
    void during('look', async () => setSeen({ of: now, effect: await look(value) }));
  };
  const apply = () => {
    if (value === undefined || busy || !isCurrent) return;
    void during('act', async () => {
      const said = await act(value);
      await client.invalidateQueries({ queryKey: [area] });
      refresh(said);
      close();
    });
  };
  return (
    <Modal
      open
      title={title}
      width={640}
      closable={{ 'aria-label': texts.close }}
      onCancel={close}
      footer={
        <div className="buttons">
          {isCurrent && (
            <button type="button" className="main" disabled={busy !== undefined} onClick={apply}>
              {texts.apply}
            </button>
          )}
          <button type="button" className={isCurrent ? '' : 'main'} disabled={busy !== undefined} onClick={preview}>
            {texts.look}
          </button>
          <button type="button" onClick={close}>
            {house.page.cancel}
          </button>
        </div>
      }
    >
      {hint && <p className="quiet">{hint}</p>}
      <div className="person-form">{fields(tried)}</div>
      <div role="status" className="effect">
        {busy === 'look' && <p>{texts.looking}</p>}
        {!busy && seen && !isCurrent && <p>{texts.changedSince}</p>}
        {isCurrent && tell(seen.effect)}
      </div>
      {problem !== undefined && (
        <p className="wrong" role="alert">
          {problemText(problem, house)}
        </p>
      )}
    </Modal>
  );
}
