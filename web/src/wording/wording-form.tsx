import { Checkbox } from 'antd';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../api/client';
import { useRefresh } from '../api/refresh';
import type { Locale } from '../api/types';
import { problemText } from '../page/problem-text';
import { useTexts } from '../texts/texts';
import { useWordingTexts } from '../texts/wording';
import { useQueryClient } from '@tanstack/react-query';
import { TEXTS, useReword, type WordedText } from './queries';
import { sampleOf } from './sample';
import { WordsField } from './words-field';

/** What one message may hold on the channel that takes least (Zalo). */
const SHORTEST_CHANNEL = 2000;
/** Only messages that wait for their hour are planned ahead. */
const isPlannedAhead = (key: string): boolean => key.startsWith('notice.');

/** One language of a text. What was typed stays where the server refuses, also where somebody else was faster. */
export function WordingForm({ text, locale }: { text: WordedText; locale: Locale }) {
  const texts = useWordingTexts();
  const house = useTexts();
  const client = useQueryClient();
  const { refresh } = useRefresh();
  const stands = text[locale];
  /** What is being typed, and the version that it began from; without it the field shows what stands. */
  const [typed, setTyped] = useState<{ words: string; seen: number | 'newest' }>();
  const [toPlanned, setToPlanned] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  /** What stands is read anew: saved before that, the words would be judged by the old version and refused once more. */
  const [reading, setReading] = useState(false);
  const reword = useReword();
  const problem = reword.error;
  const words = typed?.words ?? stands.text;
  const isSame = words.trim() === stands.text;
  const lacksParts = isRefused(problem, 'wording.missing-placeholders');
  const write = (wish: string | null, seen: number | 'newest', isConfirmed: boolean) =>
    reword.mutate(
      {
        ...{ key: text.key, locale, text: wish, toPlanned, confirmed: isConfirmed },
        seen: seen === 'newest' ? stands.version : seen,
      },
      {
        onSuccess: () => {
          setTyped(undefined);
          setConfirmed(false);
          refresh(texts.saved);
        },
        onError: (refused) => {
          if (!isRefused(refused, 'wording.changed-meanwhile')) return;
          // It was told whose words stand: whoever saves again writes over those.
          setReading(true);
          void client.invalidateQueries({ queryKey: [TEXTS] }).finally(() => setReading(false));
          setTyped({ words, seen: 'newest' });
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed && words.trim() !== '' && !isSame) write(words.trim(), typed.seen, confirmed);
  };
  const sample = sampleOf(locale, words);
  return (
    <form className="person-form" noValidate onSubmit={submit}>
      <WordsField
        label={texts.words[locale]}
        value={words}
        placeholders={text.placeholders}
        wrong={problem ? problemText(problem, house) : words.trim() === '' ? texts.needed : undefined}
        hint={texts.length(sample.length, SHORTEST_CHANNEL)}
        change={(next) => setTyped({ words: next, seen: typed?.seen ?? stands.version })}
      />
      {lacksParts && (
        <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
          {texts.leaveOut}
        </Checkbox>
      )}
      {isPlannedAhead(text.key) && (
        <Checkbox checked={toPlanned} onChange={(event) => setToPlanned(event.target.checked)}>
          {texts.toPlanned}
        </Checkbox>
      )}
      <p className="quiet">{texts.preview}</p>
      <blockquote className="words-preview" lang={locale}>
        {sample}
      </blockquote>
      <div className="buttons">
        <button type="submit" className="main" disabled={reword.isPending || reading || isSame}>
          {texts.save[locale]}
        </button>
        {stands.reworded && stands.catalog !== undefined && (
          <button type="button" disabled={reword.isPending} onClick={() => write(null, stands.version, true)}>
            {texts.asInCatalog}
          </button>
        )}
      </div>
    </form>
  );
}

const isRefused = (problem: unknown, code: string): boolean => problem instanceof ApiProblem && problem.code === code;
