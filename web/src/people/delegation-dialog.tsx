import { Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { isDay } from '../texts/days';
import { usePeopleTexts } from '../texts/people';
import { useTexts } from '../texts/texts';
import { PersonSelect } from './person-select';
import { roleText } from './person-row';
import { type ListedPerson, useSetDelegation } from './queries';
import { TextInput } from './text-input';

/** Who is away on which days, in which role, and who stands in; without a deputy it is leave. */
export function DelegationDialog({ close }: { close: () => void }) {
  const texts = usePeopleTexts();
  const house = useTexts();
  const { refresh } = useRefresh();
  const id = useId();
  const [absent, setAbsent] = useState<ListedPerson>();
  const [deputy, setDeputy] = useState<ListedPerson>();
  const [at, setAt] = useState('');
  const [given, setGiven] = useState({ firstDay: '', lastDay: '', decision: '' });
  const [tried, setTried] = useState(false);
  const set = useSetDelegation();
  const roles = (absent?.roles ?? []).filter((held) => held.role !== 'admin');
  const held = roles.find((one) => `${one.unit} ${one.role}` === at);
  const wrong = {
    absent: tried && !absent ? texts.absentNeeded : undefined,
    role: tried && deputy && !held ? texts.roleNeeded : undefined,
    days: tried && !(isDay(given.firstDay) && isDay(given.lastDay)) ? texts.daysNeeded : undefined,
    decision: tried && deputy && given.decision.trim() === '' ? texts.decisionNeeded : undefined,
  };
  const save = () => {
    setTried(true);
    const { firstDay, lastDay, decision } = given;
    if (!absent || !isDay(firstDay) || !isDay(lastDay) || (deputy && (!held || decision.trim() === ''))) return;
    set.mutate(
      {
        ...{ person: absent.id, deputy: deputy?.id, firstDay, lastDay, decision: decision.trim() },
        unit: held?.unit,
        role: held && held.role !== 'admin' ? held.role : undefined,
      },
      {
        onSuccess: () => {
          refresh(texts.delegated);
          close();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={texts.setDelegation}
      okText={texts.save}
      cancelText={house.page.cancel}
      closable={{ 'aria-label': texts.close }}
      confirmLoading={set.isPending}
      onOk={save}
      onCancel={close}
    >
      <div className="person-form">
        <div className="field">
          <label htmlFor={`${id}-absent`}>{texts.absent}</label>
          <PersonSelect
            id={`${id}-absent`}
            value={absent}
            change={(person) => {
              setAbsent(person);
              setAt('');
            }}
          />
          {wrong.absent && <p className="wrong">{wrong.absent}</p>}
        </div>
        <div className="field">
          <label htmlFor={`${id}-role`}>{texts.roleDelegated}</label>
          <Select
            id={`${id}-role`}
            value={at}
            options={[
              { value: '', label: texts.allRoles },
              ...roles.map((one) => ({ value: `${one.unit} ${one.role}`, label: roleText(one, texts) })),
            ]}
            onChange={setAt}
          />
          {wrong.role && <p className="wrong">{wrong.role}</p>}
        </div>
        <div className="field">
          <label htmlFor={`${id}-deputy`}>{texts.deputy}</label>
          <PersonSelect id={`${id}-deputy`} value={deputy} nobody={texts.noDeputy} change={setDeputy} />
        </div>
        <TextInput
          label={texts.firstDay}
          type="date"
          value={given.firstDay}
          wrong={wrong.days}
          change={(firstDay) => setGiven({ ...given, firstDay })}
        />
        <TextInput
          label={texts.lastDay}
          type="date"
          value={given.lastDay}
          change={(lastDay) => setGiven({ ...given, lastDay })}
        />
        <TextInput
          label={texts.decision}
          value={given.decision}
          most={100}
          wrong={wrong.decision}
          change={(decision) => setGiven({ ...given, decision })}
        />
        <Problem of={set.error} />
      </div>
    </Modal>
  );
}
