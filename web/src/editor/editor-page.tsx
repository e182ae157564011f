import { useCallback, useEffect, useMemo, useState } from 'react';
import { useResource } from '../api/use-resource';
import { ResourceView } from '../page/resource-view';
import { useSession } from '../session/session';
import type { Draft } from './draft/answers';
import { deskOf } from './draft/desk';
import { DraftStore } from './draft/draft-store';
import { keptInBrowser } from './draft/kept-edits';
import { DraftProvider } from './draft/use-draft';
import { EditorView } from './editor-view';
import './editor.css';

/** Where an admin changes a form: its draft, begun where none is open. */
export default function EditorPage({ formKey }: { formKey: string }) {
  const desk = useMemo(() => deskOf(formKey), [formKey]);
  const draft = useResource(useCallback(() => desk.begin(), [desk]));
  const person = useSession().data?.person.id;
  return (
    <ResourceView of={draft}>
      {(opened) => person !== undefined && <OpenEditor draft={opened} desk={desk} formKey={formKey} person={person} />}
    </ResourceView>
  );
}

function OpenEditor({
  draft,
  desk,
  formKey,
  person,
}: {
  draft: Draft;
  desk: ReturnType<typeof deskOf>;
  formKey: string;
  person: string;
}) {
  const [store] = useState(() => new DraftStore(draft, desk, keptInBrowser(formKey, person)));
  useEffect(() => () => store.stop(), [store]);
  return (
    <DraftProvider store={store} desk={desk} formKey={formKey}>
      <EditorView />
    </DraftProvider>
  );
}
