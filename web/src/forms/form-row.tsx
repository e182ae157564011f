import { PageLink } from '../page/router';
import { dayOf, showDay, showInstant } from '../texts/days';
import { type FormsTexts, useFormsTexts } from '../texts/forms';
import { word } from '../texts/texts';
import { levelPlace } from './filter-forms';
import type { FormLine } from './types';

/** One form of the list: what it is, which version is in use, where, and whether somebody works on it. */
export function FormRow({ form }: { form: FormLine }) {
  const texts = useFormsTexts();
  const { draft, retiredAt } = form;
  return (
    <li className={retiredAt ? 'row form-row retired' : 'row form-row'}>
      <div className="form-what">
        <h3 className="row-title">
          <PageLink to={`/bieu-mau/${encodeURIComponent(form.key)}`}>{form.title}</PageLink>
        </h3>
        <p className="quiet">
          <code>{form.key}</code> · {form.rows} {word(texts.kinds, form.kind)}
        </p>
        <p className="quiet">
          {form.level === null && form.levels.length > 0 && `${levelNames(form.levels, texts)}. `}
          {form.milestones.length === 0
            ? texts.usedNowhere
            : `${texts.usedIn}: ${form.milestones.map(({ title }) => title).join('; ')}`}
        </p>
      </div>
      <div className="form-state">
        {retiredAt ? (
          <span className="badge">{texts.retired(showDay(dayOf(retiredAt)))}</span>
        ) : (
          <span className="badge settled">{texts.version(form.version)}</span>
        )}
        <p className="quiet">{texts.published(showDay(dayOf(form.publishedAt)), form.publishedBy)}</p>
        {form.openReports > 0 && <p className="quiet">{texts.openReports(form.openReports)}</p>}
        {draft && <DraftState draft={draft} />}
      </div>
    </li>
  );
}

/** From the top down, as the list itself is. */
const levelNames = (levels: readonly string[], texts: FormsTexts): string =>
  [...levels]
    .sort((a, b) => levelPlace(a) - levelPlace(b))
    .map((level) => word(texts.levels, level))
    .join(', ');

function DraftState({ draft }: { draft: NonNullable<FormLine['draft']> }) {
  const texts = useFormsTexts();
  return (
    <>
      <span className="badge soon">
        {texts.draft(draft.changes)}, {draft.checked ? texts.draftChecked : texts.draftUnchecked}
      </span>
      <p className="quiet">{texts.draftBy(draft.by, showInstant(draft.at))}</p>
    </>
  );
}
