import { useState } from 'react';
import { problemText } from '../page/problem-text';
import { useRouter } from '../page/router';
import { useFormsTexts } from '../texts/forms';
import { useTexts } from '../texts/texts';
import { useBeginDraft, workbookAddress } from './queries';
import { RetireDialog } from './retire-dialog';

/** What an admin can do with a form: change it, take it along as a workbook, retire it or use it again. */
export function FormActions({ formKey, retired, drafted }: { formKey: string; retired: boolean; drafted: boolean }) {
  const texts = useFormsTexts();
  const house = useTexts();
  const { go } = useRouter();
  const begin = useBeginDraft(formKey);
  const [asked, setAsked] = useState(false);
  const edit = () => begin.mutate(undefined, { onSuccess: () => go(`/bieu-mau/${encodeURIComponent(formKey)}/sua`) });
  return (
    <>
      <div className="buttons">
        <button type="button" className="main" disabled={begin.isPending} onClick={edit}>
          {drafted ? texts.continueEditing : texts.edit}
        </button>
        <a href={workbookAddress(formKey)} download>
          {texts.download}
        </a>
        <button type="button" onClick={() => setAsked(true)}>
          {retired ? texts.revive : texts.retire}
        </button>
      </div>
      {begin.error && (
        <p role="alert" className="wrong">
          {problemText(begin.error, house)}
        </p>
      )}
      {asked && <RetireDialog formKey={formKey} act={retired ? 'revive' : 'retire'} close={() => setAsked(false)} />}
    </>
  );
}
