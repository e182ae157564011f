import { AskFirst } from '../page/ask-first';
import { useLadderTexts } from '../texts/ladder';
import { word } from '../texts/texts';
import type { LadderFault, RungFile } from './queries';
import { audienceInWords, conditionsInWords, whenInWords } from './rung-words';

interface Given {
  rung: RungFile;
  name: string;
  text: string | undefined;
  faults: readonly LadderFault[];
  unitName: (code: string) => string;
  edit: () => void;
  copy: () => void;
  remove: () => void;
}

/** One rung in words: when, to whom, how, and what it says. */
export function RungRow({ rung, name, text, faults, unitName, edit, copy, remove }: Given) {
  const texts = useLadderTexts();
  const conditions = conditionsInWords(rung, texts);
  return (
    <li className={`row person-row rung-row ${rung.sort === 'escalation' ? 'late' : ''}`}>
      <div>
        <h3 className="row-title">
          {name} <span className="badge">{word(texts.sorts, rung.sort)}</span>
        </h3>
        <p>{whenInWords(rung, texts)}</p>
        <p>{audienceInWords(rung, texts, unitName)}</p>
        {conditions.length > 0 && <p className="quiet">{conditions.join('; ')}</p>}
        {text !== undefined && <blockquote className="quiet">{text}</blockquote>}
        {faults.map(({ reason }) => (
          <p key={reason} className="wrong">
            {reason}
          </p>
        ))}
      </div>
      <div className="buttons">
        <button type="button" aria-label={texts.editOf(name)} onClick={edit}>
          {texts.edit}
        </button>
        <button type="button" aria-label={texts.copyOf(name)} onClick={copy}>
          {texts.copy}
        </button>
        <AskFirst title={texts.removeSure} okText={texts.yes} cancelText={texts.no} onConfirm={remove}>
          <button type="button" aria-label={texts.removeOf(name)}>
            {texts.remove}
          </button>
        </AskFirst>
      </div>
    </li>
  );
}
