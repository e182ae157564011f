import { useId, useState } from 'react';
import { call } from '../api/client';
import { useRefresh } from '../api/refresh';
import type { OwedItem } from '../api/types';
import { DayField } from '../board/day-field';
import { TextField } from '../board/text-field';
import { ActForm } from '../page/act-form';
import { isDay, showDay } from '../texts/days';
import { useTexts } from '../texts/texts';

/** As much as the server takes of a scan. */
const LARGEST = 10_000_000;

/** Records the signed document that fulfils what is owed: number, day, who signed, to whom it went, and its scan where there is one. */
export function DocumentForm({ item, close }: { item: OwedItem; close: () => void }) {
  const { document: texts } = useTexts().owed;
  const { refresh } = useRefresh();
  const id = useId();
  const [tried, setTried] = useState(false);
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState('');
  const [signer, setSigner] = useState('');
  const [recipients, setRecipients] = useState(item.recipients.map(({ name }) => name).join('; '));
  const [file, setFile] = useState<File>();
  const missing = (text: string) => (tried && text.trim() === '' ? texts.needed : undefined);
  const written = { number: number.trim(), signedOn, signer: signer.trim(), recipients: recipients.trim() };
  const isTooLarge = file !== undefined && file.size > LARGEST;
  const isWhole = written.number !== '' && isDay(signedOn) && written.signer !== '' && written.recipients !== '';
  const send = async () => {
    const scan = file && { name: file.name.slice(-200), base64: await base64Of(file) };
    const body = { ...written, ...(scan && { file: scan }) };
    await call(`/api/obligations/${encodeURIComponent(item.id)}/document`, { method: 'POST', body });
    refresh(texts.saved(written.number));
  };
  return (
    <ActForm save={texts.save} ready={isWhole && !isTooLarge} onTry={() => setTried(true)} send={send} close={close}>
      <DayField
        label={texts.signedOn}
        value={signedOn}
        min="2000-01-01"
        echo={isDay(signedOn) ? showDay(signedOn) : undefined}
        wrong={tried && !isDay(signedOn) ? texts.dayNeeded : undefined}
        change={setSignedOn}
      />
      <TextField label={texts.number} value={number} wrong={missing(number)} change={setNumber} />
      <TextField label={texts.signer} value={signer} wrong={missing(signer)} change={setSigner} />
      <TextField label={texts.recipients} value={recipients} wrong={missing(recipients)} change={setRecipients} />
      <div className="field">
        <label htmlFor={id}>{texts.file}</label>
        <input
          id={id}
          type="file"
          aria-describedby={isTooLarge ? `${id}-wrong` : undefined}
          onChange={(event) => setFile(event.target.files?.[0])}
        />
        {isTooLarge && (
          <p id={`${id}-wrong`} className="wrong">
            {texts.tooLarge}
          </p>
        )}
      </div>
    </ActForm>
  );
}

/** The content of a file as JSON carries it. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error!);
    reader.readAsDataURL(file);
  });
