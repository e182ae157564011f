import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { mentions } from '../page/search-words';
import { SomeOf } from '../page/some-of';
import { useFormsTexts } from '../texts/forms';
import { useLanguage } from '../texts/texts';
import { isUnguided, membersOf, nameOf } from './members';
import { SourceRow } from './source-row';
import type { FormView } from './types';

/** Where each row of a form comes from and what help whoever fills it in has. */
export function Sources({ form }: { form: FormView }) {
  const texts = useFormsTexts();
  const { locale } = useLanguage();
  const id = useId();
  const [words, setWords] = useState('');
  const [unguided, setUnguided] = useState(false);
  const all = membersOf(form.definition);
  const shown = all.filter(
    (member) =>
      (!unguided || isUnguided(member)) && mentions(words, nameOf(member, locale), member.key, member.code ?? ''),
  );
  return (
    <>
      <p className="quiet">{texts.sourcesHint}</p>
      <form className="form-filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <div className="form-filter wide">
          <label htmlFor={id}>{texts.searchRow}</label>
          <Input id={id} type="search" allowClear value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        <Checkbox checked={unguided} onChange={(event) => setUnguided(event.target.checked)}>
          {texts.onlyUnguided}
        </Checkbox>
      </form>
      <p className="quiet" role="status">
        {texts.rows(shown.length, all.length)}
      </p>
      <SomeOf key={`${words}/${unguided}`} all={shown}>
        {(member) => <SourceRow key={member.key} formKey={form.key} member={member} sources={form.sources} />}
      </SomeOf>
    </>
  );
}
