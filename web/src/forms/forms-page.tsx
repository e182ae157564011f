import { useState } from 'react';
import { ResourceView } from '../page/resource-view';
import '../style/forms.css';
import { useFormsTexts } from '../texts/forms';
import { word } from '../texts/texts';
import { ALL, byLevel, type Filter, filterForms } from './filter-forms';
import { FormFilters } from './form-filters';
import { FormRow } from './form-row';
import { useForms } from './queries';
import type { FormLine } from './types';

/** All forms by level, with what is used where and what somebody works on. */
export default function FormsPage() {
  const texts = useFormsTexts();
  return (
    <section className="forms">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <ResourceView of={useForms()}>{({ forms }) => <Forms all={forms} />}</ResourceView>
    </section>
  );
}

function Forms({ all }: { all: FormLine[] }) {
  const texts = useFormsTexts();
  const [filter, setFilter] = useState<Filter>({ words: '', round: ALL, level: ALL, retired: false });
  const shown = filterForms(all, filter);
  return (
    <>
      <FormFilters all={all} filter={filter} change={setFilter} />
      <p className="quiet" role="status">
        {shown.length === 0 ? texts.noMatch : texts.count(shown.length, all.length)}
      </p>
      {byLevel(shown).map(({ level, forms }) => (
        <section key={level ?? ''} aria-labelledby={`level-${level ?? 'other'}`}>
          <h2 id={`level-${level ?? 'other'}`}>{level === null ? texts.otherLevels : word(texts.levels, level)}</h2>
          <ul className="rows">
            {forms.map((form) => (
              <FormRow key={form.key} form={form} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
