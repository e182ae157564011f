import { Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { usePeopleTexts } from '../texts/people';
import { PersonChats } from './person-chats';
import { PersonLeaves } from './person-leaves';
import { PersonRoles } from './person-roles';
import { shownPhone } from './person-row';
import { type ListedPerson, type Particulars, type RoleKey, useAddPerson, useChangePerson } from './queries';
import { RoleFields } from './role-fields';
import { TextInput } from './text-input';

/** A person's particulars, roles and chats; without a person, somebody new. What was typed stays where the server refuses. */
export function PersonDrawer({ person, close }: { person?: ListedPerson; close: () => void }) {
  const texts = usePeopleTexts();
  return (
    <Drawer
      open
      size="large"
      rootClassName="person-drawer"
      title={person ? texts.editOf(person.name) : texts.addTitle}
      closable={{ 'aria-label': texts.close }}
      onClose={close}
    >
      <ParticularsForm person={person} close={close} />
      {person && <PersonRoles person={person} />}
      {person && person.chats.length > 0 && <PersonChats person={person} />}
      {person && <PersonLeaves person={person} close={close} />}
    </Drawer>
  );
}

function ParticularsForm({ person, close }: { person?: ListedPerson; close: () => void }) {
  const texts = usePeopleTexts();
  const { refresh } = useRefresh();
  const [given, setGiven] = useState<Particulars>({
    name: person?.name ?? '',
    title: person?.title ?? '',
    code: person?.code ?? '',
    phone: person?.phone === undefined ? '' : shownPhone(person.phone),
    email: person?.email ?? '',
  });
  const [held, setHeld] = useState<{ unit?: string; role: RoleKey }>({ role: 'official' });
  const [tried, setTried] = useState(false);
  const add = useAddPerson();
  const change = useChangePerson(person?.id ?? '');
  const saving = person ? change : add;
  const lacksUnit = !person && held.unit === undefined;
  const type = (part: Partial<Particulars>) => setGiven({ ...given, ...part });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (given.name.trim() === '' || lacksUnit) return;
    const onSuccess = () => {
      refresh(texts.saved(given.name.trim()));
      close();
    };
    if (person) change.mutate(given, { onSuccess });
    else add.mutate({ ...given, roles: [{ unit: held.unit!, role: held.role }] }, { onSuccess });
  };
  const noName = tried && given.name.trim() === '' ? texts.nameNeeded : undefined;
  return (
    <form className="person-form" noValidate onSubmit={save}>
      <TextInput label={texts.name} value={given.name} most={120} wrong={noName} change={(name) => type({ name })} />
      <TextInput label={texts.jobTitle} value={given.title} change={(title) => type({ title })} />
      <TextInput label={texts.phone} type="tel" value={given.phone} most={50} change={(phone) => type({ phone })} />
      <TextInput label={texts.email} type="email" value={given.email} change={(email) => type({ email })} />
      <TextInput
        label={texts.code}
        value={given.code}
        most={50}
        hint={texts.personal}
        change={(code) => type({ code })}
      />
      {!person && <RoleFields {...held} wrong={tried && lacksUnit} change={setHeld} />}
      <Problem of={saving.error} />
      <div className="buttons">
        <button type="submit" className="main" disabled={saving.isPending}>
          {texts.save}
        </button>
      </div>
    </form>
  );
}
