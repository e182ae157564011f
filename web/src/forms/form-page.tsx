import { PageLink } from '../page/router';
import { ResourceView } from '../page/resource-view';
import { Tabs } from '../page/tabs';
import '../style/forms.css';
import { useFormsTexts } from '../texts/forms';
import { useLanguage } from '../texts/texts';
import { FormActions } from './form-actions';
import { inLanguage } from './members';
import { Moves } from './moves';
import { Oddities } from './oddities';
import { useForm, useForms } from './queries';
import { Sources } from './sources';
import type { FormView } from './types';
import { Versions } from './versions';
import { dayOf, showDay } from '../texts/days';

/** `/bieu-mau/:key`: the versions of one form with what changed between them, and where each of its rows comes from. */
export default function FormPage({ formKey }: { formKey: string }) {
  const texts = useFormsTexts();
  return (
    <section className="forms">
      <p>
        <PageLink to="/bieu-mau">{texts.back}</PageLink>
      </p>
      <ResourceView of={useForm(formKey)}>{(form) => <Form form={form} />}</ResourceView>
    </section>
  );
}

function Form({ form }: { form: FormView }) {
  const texts = useFormsTexts();
  const { locale } = useLanguage();
  const draft = useForms().data?.forms.find(({ key }) => key === form.key)?.draft ?? null;
  return (
    <>
      <header className="form-head">
        <h1>{inLanguage(form.definition.title, locale)}</h1>
        <p className="form-facts">
          <code>{form.key}</code>
          {form.retiredAt ? (
            <span className="badge">{texts.retired(showDay(dayOf(form.retiredAt)))}</span>
          ) : (
            <span className="badge settled">{texts.version(form.newest)}</span>
          )}
          {draft && <span className="badge soon">{texts.draft(draft.changes)}</span>}
        </p>
        <FormActions formKey={form.key} retired={form.retiredAt !== null} drafted={draft !== null} />
      </header>
      <Tabs
        label={texts.title}
        tabs={[
          {
            key: 'versions',
            label: texts.tabs.versions,
            children: <Versions formKey={form.key} drafted={draft !== null} />,
          },
          {
            key: 'moves',
            label: texts.tabs.moves,
            children: <Moves formKey={form.key} newest={form.newest} />,
          },
          { key: 'sources', label: texts.tabs.sources, children: <Sources form={form} /> },
          { key: 'oddities', label: texts.tabs.oddities, children: <Oddities all={form.oddities} /> },
        ]}
      />
    </>
  );
}
