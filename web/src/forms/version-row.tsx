import { showInstant } from '../texts/days';
import { useFormsTexts } from '../texts/forms';
import type { VersionLine } from './types';

interface Given {
  line: VersionLine;
  /** The version published before it, where there is one. */
  before?: number;
  compare: (from: number) => void;
}

/** One version: who published it, when and why, and how many reports use it. */
export function VersionRow({ line, before, compare }: Given) {
  const texts = useFormsTexts();
  return (
    <li className="row form-row">
      <div className="form-what">
        <h3 className="row-title">{texts.version(line.version)}</h3>
        <p>{line.note || <span className="quiet">{texts.noNote}</span>}</p>
        <p className="quiet">
          {texts.published(showInstant(line.publishedAt), line.publishedBy)}
          {line.base !== null && line.base !== before && `, ${texts.basedOn(line.base)}`}
        </p>
        {line.secondPerson && <p className="quiet">{texts.checkedBy(line.secondPerson)}</p>}
      </div>
      <div className="form-state">
        <span className="quiet">{texts.reports(line.reports)}</span>
        {before !== undefined && (
          <button type="button" className="plain" onClick={() => compare(before)}>
            {texts.compareWithPrevious(before)}
          </button>
        )}
      </div>
    </li>
  );
}
