import { AskFirst } from '../page/ask-first';
import { useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { TextInput } from '../people/text-input';
import { useCalendarTexts } from '../texts/calendar';
import { dayOf, showDay } from '../texts/days';
import { ActDialog } from './act-dialog';
import { AREA, post, type Round, type Standing, useReopenRound, type YearLine } from './queries';

interface Given {
  planYear: number;
  round: Round;
  lines: readonly YearLine[];
  closed?: Standing['closed'][number];
}

/** Closes a round, with what would be left open told first, and opens it again. */
export function RoundActs({ planYear, round, lines, closed }: Given) {
  const texts = useCalendarTexts();
  const { refresh } = useRefresh();
  const [isClosing, setClosing] = useState(false);
  const reopen = useReopenRound();
  const name = texts.rounds[round];
  if (!closed) {
    return (
      <div className="buttons">
        <button type="button" aria-label={texts.closeRoundOf(name)} onClick={() => setClosing(true)}>
          {texts.closeRound}
        </button>
        {isClosing && <CloseDialog planYear={planYear} round={round} lines={lines} close={() => setClosing(false)} />}
      </div>
    );
  }
  return (
    <div className="buttons">
      <span>{texts.roundClosed(showDay(dayOf(closed.closedAt)), closed.reason)}</span>
      <AskFirst
        title={texts.reopenSure}
        okText={texts.yes}
        cancelText={texts.no}
        onConfirm={() => reopen.mutate({ planYear, round }, { onSuccess: () => refresh(texts.reopened) })}
      >
        <button type="button" aria-label={texts.reopenRoundOf(name)}>
          {texts.reopenRound}
        </button>
      </AskFirst>
      <Problem of={reopen.error} />
    </div>
  );
}

interface StillOpen {
  open: { milestone: string; units: number }[];
  notDueYet: number;
}

function CloseDialog({ planYear, round, lines, close }: Omit<Given, 'closed'> & { close: () => void }) {
  const texts = useCalendarTexts();
  const [reason, setReason] = useState('');
  const value = reason.trim().length >= 3 ? { planYear, round, reason: reason.trim() } : undefined;
  const titleOf = (milestone: string) => lines.find((line) => line.milestone === milestone)?.title ?? milestone;
  const address = '/api/calendar/rounds/close';
  return (
    <ActDialog
      title={texts.closeRoundOf(texts.rounds[round])}
      hint={texts.closeHint}
      area={AREA}
      value={value}
      look={(body) => post<StillOpen>(address, body)}
      tell={({ open, notDueYet }) => (
        <>
          <p>
            {texts.closeEffect(
              open.reduce((sum, one) => sum + one.units, 0),
              notDueYet,
            )}
          </p>
          <ul>
            {open.map(({ milestone, units }) => (
              <li key={milestone}>{texts.closeLine(titleOf(milestone), units)}</li>
            ))}
          </ul>
        </>
      )}
      act={async (body) => {
        await post(address, { ...body, confirmed: true });
        return texts.closed;
      }}
      close={close}
      fields={(tried) => (
        <TextInput
          label={texts.reason}
          value={reason}
          most={1000}
          wrong={tried && value === undefined ? texts.reasonNeeded : undefined}
          change={setReason}
        />
      )}
    />
  );
}
