import type { OwedForm } from '../api/types';
import { useTexts } from '../texts/texts';

/** What a submitted report still owes beside its headline. */
export function OwedForms({ of }: { of: readonly OwedForm[] }) {
  const texts = useTexts();
  return (
    <p>
      <span className="badge soon">{texts.owed.owedForms}</span>{' '}
      {of.map(({ title, missing }) => texts.owed.owedForm(title, missing)).join('; ')}.
    </p>
  );
}
