import { Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { TextInput } from '../people/text-input';
import { useLadderTexts } from '../texts/ladder';
import { type LadderFault, type LadderFile, useSaveDraft } from './queries';

interface Given {
  ladder: LadderFile;
  revision: number;
  faults: readonly LadderFault[];
  close: () => void;
}

/** Within which hours anything is sent, and when there is quiet in between. */
export function HoursDrawer({ ladder, revision, faults, close }: Given) {
  const texts = useLadderTexts();
  const { refresh } = useRefresh();
  const [hours, setHours] = useState(ladder.hours);
  const [quiet, setQuiet] = useState(ladder.quiet ?? []);
  const [said, setSaid] = useState(faults);
  const [tried, setTried] = useState(false);
  const save = useSaveDraft();
  const isMissing = [hours, ...quiet].some(({ from, to }) => from === '' || to === '');
  const wrong = (row: string, { from, to }: { from: string; to: string }) =>
    tried && (from === '' || to === '') ? texts.timeNeeded : said.find((one) => one.row === row)?.reason;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    const { quiet: _, ...rest } = ladder;
    const inOrder = [...quiet].sort((a, b) => (a.from < b.from ? -1 : 1));
    const next = { ...rest, hours, ...(quiet.length > 0 ? { quiet: inOrder } : {}) };
    save.mutate(
      { ladder: next, revision },
      {
        onSuccess: (draft) => {
          const found = draft.faults.filter(({ row }) => row === 'hours' || row.startsWith('quiet.'));
          setQuiet(inOrder);
          setSaid(found);
          refresh(texts.saved);
          if (found.length === 0) close();
        },
      },
    );
  };
  return (
    <Drawer open size="large" title={texts.editHours} closable={{ 'aria-label': texts.close }} onClose={close}>
      <form className="person-form" noValidate onSubmit={submit}>
        <Times legend={texts.hours} value={hours} wrong={wrong('hours', hours)} change={setHours} />
        {quiet.map((one, at) => (
          <Times
            key={at}
            legend={texts.quiet(at + 1)}
            value={one}
            wrong={wrong(`quiet.${at}`, one)}
            change={(next) => setQuiet(quiet.with(at, next))}
            remove={{ label: texts.removeQuiet(at + 1), act: () => setQuiet(quiet.filter((_, other) => other !== at)) }}
          />
        ))}
        <Problem of={save.error} />
        <div className="buttons">
          <button type="button" onClick={() => setQuiet([...quiet, { from: '11:30', to: '13:30' }])}>
            {texts.addQuiet}
          </button>
          <button type="submit" className="main" disabled={save.isPending}>
            {texts.save}
          </button>
        </div>
      </form>
    </Drawer>
  );
}

interface Span {
  from: string;
  to: string;
}
function Times(given: {
  legend: string;
  value: Span;
  wrong?: string;
  change: (value: Span) => void;
  remove?: { label: string; act: () => void };
}) {
  const { legend, value, wrong, change, remove } = given;
  const texts = useLadderTexts();
  return (
    <fieldset className="ladder-part">
      <legend>{legend}</legend>
      <div className="ladder-line">
        <TextInput label={texts.from} type="time" value={value.from} change={(from) => change({ ...value, from })} />
        <TextInput label={texts.to} type="time" value={value.to} change={(to) => change({ ...value, to })} />
        {remove && (
          <button type="button" aria-label={remove.label} onClick={remove.act}>
            {texts.remove}
          </button>
        )}
      </div>
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
