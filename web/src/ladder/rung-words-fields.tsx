import { Checkbox } from 'antd';
import { useId, useState } from 'react';
import type { Locale } from '../api/types';
import { ChoiceField } from '../page/choice-field';
import { problemText } from '../page/problem-text';
import { useSettled } from '../page/use-settled';
import { UnitSelect } from '../people/unit-select';
import { useLadderTexts } from '../texts/ladder';
import { useTexts } from '../texts/texts';
import type { WordedText } from '../wording/queries';
import { WordsField } from '../wording/words-field';
import { usePreview } from './queries';

export interface Words {
  vi: string;
  en: string;
  toPlanned: boolean;
  /** That something the catalog's text says is left out on purpose. */
  confirmed: boolean;
}

interface Given {
  template: string;
  own: string;
  /** Lines of notices, each with the names of the other rungs that say it. */
  lines: readonly WordedText[];
  sharedWith: readonly string[];
  words: Words;
  wrong: Readonly<Record<string, string | undefined>>;
  /** The server wants to hear that a part is left out on purpose. */
  lacksParts: boolean;
  choose: (template: string) => void;
  change: (words: Words) => void;
}

/** Names that every line of a notice may have filled in. */
const LINE = ['title', 'unit', 'lastDay', 'daysLeft', 'daysLate', 'progress'];

/** In which words a rung is said, and how that reads for a certain unit. */
export function RungWordsFields(given: Given) {
  const { template, own, lines, sharedWith, words, wrong, lacksParts, choose, change } = given;
  const texts = useLadderTexts();
  const known = lines.find(({ key }) => key === template);
  const others = lines.filter(({ key }) => key !== own);
  return (
    <fieldset className="ladder-part">
      <legend>{texts.words}</legend>
      <ChoiceField
        label={texts.template}
        value={template}
        options={[
          { value: own, label: texts.ownWords },
          ...others.map(({ key, vi }) => ({ value: key, label: shortened(vi.text) })),
        ]}
        hint={sharedWith.length > 0 ? texts.sharedBy(sharedWith.join(', ')) : undefined}
        wrong={wrong['template']}
        change={choose}
      />
      {(['vi', 'en'] as const).map((locale) => (
        <WordsField
          key={locale}
          label={texts.text[locale]}
          value={words[locale]}
          placeholders={known?.placeholders ?? LINE}
          wrong={wrong[locale]}
          change={(text) => change({ ...words, [locale]: text })}
        />
      ))}
      {lacksParts && (
        <Checkbox checked={words.confirmed} onChange={(event) => change({ ...words, confirmed: event.target.checked })}>
          {texts.leaveOut}
        </Checkbox>
      )}
      <p className="quiet">{texts.wordsEffect}</p>
      <Checkbox checked={words.toPlanned} onChange={(event) => change({ ...words, toPlanned: event.target.checked })}>
        {texts.toPlanned}
      </Checkbox>
      <WordsPreview words={words} />
    </fieldset>
  );
}

function WordsPreview({ words }: { words: Words }) {
  const texts = useLadderTexts();
  const id = useId();
  const [unit, setUnit] = useState<string>();
  return (
    <div className="field">
      <label htmlFor={id}>{texts.previewUnit}</label>
      <UnitSelect id={id} value={unit} change={setUnit} />
      {unit === undefined ? (
        <p className="quiet">{texts.previewNone}</p>
      ) : (
        <div aria-live="polite">
          {(['vi', 'en'] as const).map((locale) => (
            <ShownWords key={locale} unit={unit} locale={locale} text={words[locale]} />
          ))}
        </div>
      )}
    </div>
  );
}

function ShownWords({ unit, locale, text }: { unit: string; locale: Locale; text: string }) {
  const house = useTexts();
  const { data, error } = usePreview(unit, locale, useSettled(text));
  if (error) return <p className="wrong">{problemText(error, house)}</p>;
  return data ? (
    <blockquote className="words-preview" lang={locale}>
      {data.text}
    </blockquote>
  ) : null;
}

const shortened = (text: string): string => (text.length > 70 ? `${text.slice(0, 70)}…` : text);
