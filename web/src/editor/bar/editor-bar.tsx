import { useRef, useState } from 'react';
import { problemText } from '../../page/problem-text';
import { PageLink, useRouter } from '../../page/router';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage, useTexts } from '../../texts/texts';
import { useDraft, useOpenDraft } from '../draft/use-draft';
import { headEditOf } from '../model/field';
import { CheckDialog } from './check-dialog';
import { DiscardDialog } from './discard-dialog';
import { MovesDialog } from './moves-dialog';
import { PublishDialog } from './publish-dialog';
import { DifferencesDialog, FaultsDialog, type Place } from './said-dialog';
import { SavingState } from './saving-state';
import { TitleField } from './title-field';
import { WorkbookDialog } from './workbook-dialog';

type Open = 'differences' | 'faults' | 'check' | 'publish' | 'discard' | { moves: number } | { file: File };

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The form's name, whether all is saved, and the way of a draft to a version. */
export function EditorBar({ onGo }: { onGo: (place: Place) => void }) {
  const texts = useEditorTexts();
  const page = useTexts();
  const { locale } = useLanguage();
  const { go } = useRouter();
  const { store, desk, formKey } = useOpenDraft();
  const base = useDraft((state) => state.base);
  const title = useDraft((state) => state.definition.title);
  const faults = useDraft((state) => state.faults.length);
  const differences = useDraft((state) => state.differences.length);
  const editors = useDraft((state) => state.editors);
  const isChecked = useDraft((state) => state.waiting === 0 && state.checkedRevision === state.revision);
  const canUndo = useDraft((state) => state.canUndo);
  const canRedo = useDraft((state) => state.canRedo);
  const [open, setOpen] = useState<Open>();
  const [problem, setProblem] = useState<unknown>();
  const file = useRef<HTMLInputElement>(null);
  const close = () => setOpen(undefined);
  const address = `/bieu-mau/${encodeURIComponent(formKey)}`;
  const rename = (vi: string) => {
    const edit = headEditOf(store.state.definition, 'title.vi', vi);
    if (edit) store.do([edit]);
  };
  const exportWorkbook = async () => {
    setProblem(undefined);
    try {
      await store.settled();
      save(await desk.workbook(), `${formKey}.xlsx`);
    } catch (failure) {
      setProblem(failure);
    }
  };
  return (
    <header className="editor-bar">
      <div className="editor-head">
        <PageLink to={address}>{texts.back}</PageLink>
        <h1>{locale === 'en' ? (title.en ?? title.vi) : title.vi}</h1>
        <TitleField value={title.vi} onTitle={rename} />
        <span className="quiet">
          {texts.base(base)}
          {editors.length > 0 && `. ${texts.editors(editors.map((one) => one.name).join(', '))}`}
        </span>
        <SavingState />
      </div>
      <div className="editor-tools">
        <button type="button" disabled={!canUndo} title={texts.undoKeys} onClick={() => store.undo()}>
          {texts.undo}
        </button>
        <button type="button" disabled={!canRedo} title={texts.redoKeys} onClick={() => store.redo()}>
          {texts.redo}
        </button>
        <button type="button" onClick={() => setOpen('differences')}>
          {texts.differences.button(differences)}
        </button>
        <button type="button" className={faults > 0 ? 'faulty' : ''} onClick={() => setOpen('faults')}>
          {texts.faults.button(faults)}
        </button>
        <button type="button" onClick={() => void exportWorkbook()}>
          {texts.workbook.export}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {texts.workbook.import}
        </button>
        <input
          ref={file}
          type="file"
          hidden
          accept={XLSX}
          aria-label={texts.workbook.import}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            if (chosen) setOpen({ file: chosen });
          }}
        />
        <button type="button" onClick={() => setOpen('discard')}>
          {texts.discard.button}
        </button>
        <span className="editor-way">
          {isChecked && <span className="badge settled">{texts.check.checked}</span>}
          <button type="button" className={isChecked ? '' : 'main'} onClick={() => setOpen('check')}>
            {texts.check.button}
          </button>
          <button type="button" className={isChecked ? 'main' : ''} onClick={() => setOpen('publish')}>
            {texts.publish.button}
          </button>
        </span>
      </div>
      {problem !== undefined && <p className="wrong">{problemText(problem, page)}</p>}
      {open === 'differences' && <DifferencesDialog onGo={onGo} onClose={close} />}
      {open === 'faults' && <FaultsDialog onGo={onGo} onClose={close} />}
      {open === 'check' && <CheckDialog onFaults={() => setOpen('faults')} onClose={close} />}
      {open === 'publish' && <PublishDialog onPublished={(version) => setOpen({ moves: version })} onClose={close} />}
      {open === 'discard' && <DiscardDialog onDiscarded={() => go(address)} onClose={close} />}
      {typeof open === 'object' && 'moves' in open && (
        <MovesDialog
          formKey={formKey}
          desk={desk}
          version={open.moves}
          title={texts.publish.published(open.moves)}
          onClose={() => go(address)}
        />
      )}
      {typeof open === 'object' && 'file' in open && <WorkbookDialog file={open.file} onClose={close} />}
    </header>
  );
}

/** Hands a file to the browser's own way of saving. */
function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
