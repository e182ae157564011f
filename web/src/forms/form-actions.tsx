import { useState } from 'react';
import { Problem } from '../page/problem';
import { useRouter } from '../page/router';
import { useFormsTexts } from '../texts/forms';
import { useBeginDraft, workbookAddress } from './queries';
import { RetireDialog } from './retire-dialog';

/** What an admin can do with a form: change it, take it along as a workbook, retire it or use it again. */
export function FormActions({ formKey, retired, drafted }: { formKey: string; retired: boolean; drafted: boolean }) {
  const texts = useFormsTexts();
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
      <Problem of={begin.error} />
      {asked && <RetireDialog formKey={formKey} act={retired ? 'revive' : 'retire'} close={() => setAsked(false)} />}
    </>
  );
}
