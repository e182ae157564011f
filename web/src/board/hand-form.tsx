import { useCallback, useId, useState } from 'react';
import { call } from '../api/client';
import type { LateItem } from '../api/types';
import { useResource } from '../api/use-resource';
import { ActForm } from '../page/act-form';
import { ResourceView } from '../page/resource-view';
import { useBoardActsTexts } from '../texts/board-acts';
import { TextField } from './text-field';

interface Given {
  item: LateItem;
  done: (said: string) => void;
  cancel: () => void;
}

interface Colleague {
  id: string;
  name: string;
  title: string;
}

/** Hands what is late to a colleague who watches the unit too. */
export function HandForm({ item, done, cancel }: Given) {
  const load = useCallback(
    (signal: AbortSignal) => call<{ colleagues: Colleague[] }>('/api/colleagues', { signal }),
    [],
  );
  return (
    <ResourceView of={useResource(load)}>
      {({ colleagues }) => <Choice {...{ item, done, cancel, colleagues }} />}
    </ResourceView>
  );
}

function Choice({ item, done, cancel, colleagues }: Given & { colleagues: Colleague[] }) {
  const texts = useBoardActsTexts();
  const id = useId();
  const [person, setPerson] = useState(colleagues[0]?.id);
  const [note, setNote] = useState('');
  if (person === undefined) return <p className="quiet">{texts.nobodyToHand}</p>;
  const send = async () => {
    const address = `/api/obligations/${encodeURIComponent(item.obligation)}/handover`;
    await call(address, { method: 'POST', body: { person, note: note.trim() } });
    done(texts.handed(colleagues.find((one) => one.id === person)?.name ?? '', item.unitName));
  };
  return (
    <ActForm save={texts.sendHand} ready send={send} close={cancel}>
      <div className="field">
        <label htmlFor={id}>{texts.handTo}</label>
        <select id={id} value={person} onChange={(event) => setPerson(event.target.value)}>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}, {one.title}
            </option>
          ))}
        </select>
      </div>
      <TextField label={texts.handNote} value={note} change={setNote} />
    </ActForm>
  );
}
