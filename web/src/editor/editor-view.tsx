import { Drawer } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { mentions } from '../page/search-words';
import { useEditorTexts } from '../texts/editor';
import { EditorBar } from './bar/editor-bar';
import type { Place } from './bar/said-dialog';
import { ConflictDialog } from './draft/conflict-dialog';
import { useDefinition, useOpenDraft } from './draft/use-draft';
import { AddDialog } from './grid/add-dialog';
import { CopyDialog } from './grid/copy-dialog';
import { MemberGrid } from './grid/member-grid';
import { MemberList } from './grid/member-list';
import { PasteDialog } from './grid/paste-dialog';
import { RemoveDialog } from './grid/remove-dialog';
import { RowToolbar } from './grid/row-toolbar';
import { SplitDialog } from './grid/split-dialog';
import { usePaste } from './grid/use-paste';
import { useRowWork } from './grid/use-row-work';
import type { ListName } from './model/forms';
import { listsOf, memberOf, membersOf, nameOf } from './model/members';
import { ListTabs } from './list-tabs';
import { MemberPanel } from './panel/member-panel';
import { Previews } from './preview/previews';
import { afterPress } from './steady-press';
import { useNarrow } from './use-narrow';
import { useUndoKeys } from './use-undo-keys';

const NONE: ReadonlySet<string> = new Set();

/** The open draft: the bar, one tab a list, the table with its panel, and the previews. */
export function EditorView() {
  const { store } = useOpenDraft();
  const { kind } = useDefinition();
  const lists = listsOf(kind);
  const [list, setList] = useState<ListName>(lists[0]!);
  const [place, setPlace] = useState<Place & { turn: number }>();
  const turn = useRef(0);
  useUndoKeys(store);
  const go = useCallback((to: Place) => {
    setList(to.list);
    setPlace({ ...to, turn: (turn.current += 1) });
  }, []);
  return (
    <div className="editor">
      <EditorBar onGo={go} />
      <ListTabs
        lists={lists}
        list={list}
        onList={(one) => {
          setPlace(undefined);
          setList(one);
        }}
      />
      <ListView key={list} list={list} goTo={place?.list === list ? place : undefined} onGo={go} />
      <ConflictDialog />
    </div>
  );
}

type Dialog = { add?: string } | { copy?: string } | { split: string } | { remove: string[] };

function ListView({
  list,
  goTo,
  onGo,
}: {
  list: ListName;
  goTo?: Place & { turn: number };
  onGo: (place: Place) => void;
}) {
  const texts = useEditorTexts();
  const narrow = useNarrow();
  const definition = useDefinition();
  const work = useRowWork(list);
  const [at, setAt] = useState(goTo?.key);
  const [isOpen, setOpen] = useState(goTo !== undefined);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const [dialog, setDialog] = useState<Dialog>();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const say = useCallback((sentence: string) => afterPress(() => setSaid(sentence)), []);
  const moveTo = useCallback((key: string | undefined) => {
    setAt(key);
    setSaid('');
  }, []);
  // On a phone there is no table whose cursor would go there: the row is opened.
  useEffect(() => {
    if (!narrow || goTo === undefined) return;
    setAt(goTo.key);
    setOpen(true);
  }, [narrow, goTo]);
  const [isPreviewed, setPreviewed] = useState(true);
  const panel = useRef<HTMLElement>(null);
  const { paste, asked, apply, cancel } = usePaste(list, say);
  const only = useMemo(
    () =>
      typed.trim() === ''
        ? undefined
        : new Set(
            membersOf(definition, list)
              .filter((member) => mentions(typed, nameOf(member, 'vi'), nameOf(member, 'en'), member.key))
              .map((member) => member.key),
          ),
    [definition, list, typed],
  );
  const goToKey = (key: string) => onGo({ list, key });
  const member = at === undefined ? undefined : memberOf(definition, list, at);
  // The cursor moves at once; what stands beside it follows when there is time, and until then nothing can be pressed in it.
  const detailed = useDeferredValue(at);
  const isBehind = detailed !== at;
  const [wantsDetails, setWantsDetails] = useState(false);
  const toDetails = useCallback(() => setWantsDetails(true), []);
  useEffect(() => {
    if (!wantsDetails || isBehind) return;
    setWantsDetails(false);
    panel.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [wantsDetails, isBehind]);
  const openCheck = useCallback((key: string) => onGo({ list: 'checks', key }), [onGo]);
  const details = <MemberPanel list={list} memberKey={detailed} onOpenCheck={openCheck} />;
  const close = () => setDialog(undefined);
  const tools = (
    <RowToolbar
      list={list}
      work={work}
      member={member}
      chosen={chosen}
      onAdd={() => setDialog({ add: at })}
      onCopy={() => setDialog({ copy: at })}
      onSplit={(key) => setDialog({ split: key })}
      onRemove={(keys) => setDialog({ remove: keys })}
      onGo={goToKey}
    />
  );
  const previewSwitch = (
    <button type="button" className="plain" aria-expanded={isPreviewed} onClick={() => setPreviewed(!isPreviewed)}>
      {isPreviewed ? texts.preview.hide : texts.preview.show}
    </button>
  );
  return (
    <div className="list-view" role="tabpanel" id="list-panel" aria-labelledby={`tab-${list}`}>
      <div className="list-tools">
        {(!narrow || !isOpen) && tools}
        <label className="list-find">
          <span className="unseen">{texts.table.find}</span>
          <input
            type="search"
            placeholder={texts.table.find}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        {only && <span className="quiet">{texts.table.found(only.size)}</span>}
        {!narrow && previewSwitch}
      </div>
      <p className="list-said" role="status">
        {said}
      </p>
      {narrow ? (
        <>
          <MemberList
            list={list}
            only={only}
            onOpen={(key) => {
              setAt(key);
              setOpen(true);
            }}
          />
          <Drawer
            open={isOpen && member !== undefined}
            size="100%"
            title={texts.panel.title}
            onClose={() => setOpen(false)}
            closable={{ 'aria-label': texts.panel.close }}
          >
            {tools}
            {details}
          </Drawer>
          {previewSwitch}
          {isPreviewed && <Previews list={list} memberKey={detailed} tabs />}
        </>
      ) : (
        <div className={isPreviewed ? 'list-work previewed' : 'list-work'}>
          <MemberGrid
            list={list}
            work={work}
            chosen={chosen}
            only={only}
            goTo={goTo}
            onRow={moveTo}
            onChosen={setChosen}
            onPaste={paste}
            onAdd={() => setDialog({ add: at })}
            onRemove={(key) => setDialog({ remove: chosen.size > 0 ? [...chosen] : [key] })}
            onDetails={toDetails}
            onSaid={say}
          />
          <aside
            className={isBehind ? 'list-panel behind' : 'list-panel'}
            ref={panel}
            aria-label={texts.panel.title}
            aria-busy={isBehind}
          >
            {details}
          </aside>
          {isPreviewed && <Previews list={list} memberKey={detailed} tabs={false} />}
        </div>
      )}
      {dialog && 'add' in dialog && (
        <AddDialog
          list={list}
          work={work}
          after={dialog.add}
          onDone={(key) => {
            close();
            if (key) goToKey(key);
          }}
        />
      )}
      {dialog && 'copy' in dialog && <CopyDialog list={list} work={work} after={dialog.copy} onDone={close} />}
      {dialog && 'split' in dialog && (
        <SplitDialog
          rowKey={dialog.split}
          onDone={(first) => {
            close();
            if (first) goToKey(first);
          }}
        />
      )}
      {dialog && 'remove' in dialog && (
        <RemoveDialog
          list={list}
          keys={dialog.remove}
          work={work}
          onDone={() => {
            close();
            setChosen(NONE);
          }}
        />
      )}
      {asked && <PasteDialog faults={asked.faults} onRest={() => apply(asked)} onCancel={cancel} />}
    </div>
  );
}
