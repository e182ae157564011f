import { useWordingTexts } from '../texts/wording';
import type { WordedText } from './queries';

/** A text in both languages, to be opened. */
export function TextRow({ text, open }: { text: WordedText; open: () => void }) {
  const texts = useWordingTexts();
  const { key, vi, en } = text;
  const reworded = vi.reworded ?? en.reworded;
  return (
    <li className="row form-row">
      <div>
        <p className="words-preview" lang="vi">
          {vi.text}
        </p>
        <p className="words-preview quiet" lang="en">
          {en.text}
        </p>
        <p className="quiet">{key}</p>
      </div>
      <div className="form-state">
        {reworded && <span className="badge">{texts.rewordedBy(reworded.by)}</span>}
        <button type="button" aria-label={texts.editOf(key)} onClick={open}>
          {texts.edit}
        </button>
      </div>
    </li>
  );
}
