import { Select } from 'antd';
import { useId } from 'react';
import { hasRole, useSession } from '../session/session';
import { usePeopleTexts } from '../texts/people';
import { ROLES } from './people-filters';
import type { RoleKey } from './queries';
import { UnitSelect } from './unit-select';

interface Given {
  unit?: string;
  role: RoleKey;
  wrong?: boolean;
  change: (held: { unit?: string; role: RoleKey }) => void;
}

/** Which role at which unit; administrators are made by administrators alone. */
export function RoleFields({ unit, role, wrong, change }: Given) {
  const texts = usePeopleTexts();
  const { data: session } = useSession();
  const id = useId();
  const offered = ROLES.filter((one) => one !== 'admin' || (session && hasRole(session, 'admin')));
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-unit`}>{texts.unit}</label>
        <UnitSelect id={`${id}-unit`} value={unit} wrong={wrong} change={(chosen) => change({ unit: chosen, role })} />
        {wrong && (
          <p className="wrong" role="alert">
            {texts.unitNeeded}
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-role`}>{texts.role}</label>
        <Select
          id={`${id}-role`}
          value={role}
          options={offered.map((one) => ({ value: one, label: texts.roles[one] }))}
          onChange={(chosen) => change({ unit, role: chosen })}
        />
      </div>
    </>
  );
}
