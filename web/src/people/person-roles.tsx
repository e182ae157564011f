import { AskFirst } from '../page/ask-first';
import { useState } from 'react';
import { Problem } from '../page/problem';
import { usePeopleTexts } from '../texts/people';
import { roleText } from './person-row';
import { type ListedPerson, type RoleKey, useEndRole, useGiveRole } from './queries';
import { RoleFields } from './role-fields';
import { TextInput } from './text-input';

/** The roles of a person: one more, with days where it is for a time, or one less. */
export function PersonRoles({ person }: { person: ListedPerson }) {
  const texts = usePeopleTexts();
  const [held, setHeld] = useState<{ unit?: string; role: RoleKey }>({ role: 'official' });
  const [days, setDays] = useState({ firstDay: '', lastDay: '' });
  const [tried, setTried] = useState(false);
  const give = useGiveRole(person.id);
  const end = useEndRole(person.id);
  const problem = give.error ?? end.error;
  const add = () => {
    setTried(true);
    if (held.unit === undefined) return;
    const { firstDay, lastDay } = days;
    give.mutate(
      { unit: held.unit, role: held.role, firstDay: firstDay || undefined, lastDay: lastDay || undefined },
      {
        onSuccess: () => {
          setTried(false);
          setHeld({ role: 'official' });
          setDays({ firstDay: '', lastDay: '' });
        },
      },
    );
  };
  return (
    <section aria-labelledby="person-roles">
      <h2 id="person-roles">{texts.heldRoles}</h2>
      <ul className="person-acts-list">
        {person.roles.map((one) => (
          <li key={`${one.unit} ${one.role}`}>
            <span>{roleText(one, texts)}</span>
            <AskFirst
              title={`${texts.endRoleOf(roleText(one, texts))}?`}
              okText={texts.yes}
              cancelText={texts.no}
              onConfirm={() => end.mutate({ unit: one.unit, role: one.role })}
            >
              <button type="button" aria-label={texts.endRoleOf(roleText(one, texts))}>
                {texts.endRole}
              </button>
            </AskFirst>
          </li>
        ))}
      </ul>
      <div className="person-form">
        <RoleFields {...held} wrong={tried && held.unit === undefined} change={setHeld} />
        <TextInput
          label={`${texts.firstDay} (${texts.optional})`}
          type="date"
          value={days.firstDay}
          change={(firstDay) => setDays({ ...days, firstDay })}
        />
        <TextInput
          label={`${texts.lastDay} (${texts.optional})`}
          type="date"
          value={days.lastDay}
          change={(lastDay) => setDays({ ...days, lastDay })}
        />
        <Problem of={problem} />
        <div className="buttons">
          <button type="button" disabled={give.isPending} onClick={add}>
            {texts.giveRole}
          </button>
        </div>
      </div>
    </section>
  );
}
