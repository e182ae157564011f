import { Select } from 'antd';
import { useId, useState } from 'react';
import { ChoiceField } from '../../page/choice-field';
import { mentions } from '../../page/search-words';
import { useManagedUnits } from '../../people/queries';
import { TextInput } from '../../people/text-input';
import { addDays, isDay } from '../../texts/days';
import { useUnitChangeTexts } from '../../texts/unit-changes';
import { ActDialog } from '../act-dialog';
import { NoticesEffect } from '../notices-effect';
import { lookAtEdit } from '../queries';
import { AREA, carryOut, lookAtChange, type NewChange } from './queries';
import { readShare } from './share';
import { NEW, SuccessorFields, type TypedSuccessor } from './successor-fields';
import { ToldWords } from './told-words';

const nobody = (): TypedSuccessor => ({ which: NEW, code: '', name: '', share: '' });
/** So far ahead notices are looked at: the rest of a plan year. */
const AHEAD = 365;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Which units become which, from what day, by which decision; all that follows is told before it is done. */
export function ChangeDialog({ today, close }: { today: string; close: () => void }) {
  const texts = useUnitChangeTexts();
  const id = useId();
  const known = useManagedUnits();
  const [sort, setSort] = useState<NewChange['sort']>('merge');
  const [units, setUnits] = useState<string[]>([]);
  const [into, setInto] = useState<readonly TypedSuccessor[]>([nobody()]);
  const [from, setFrom] = useState('');
  const [decision, setDecision] = useState('');
  const all = known.data ?? [];
  const nameOf = (code: string) => all.find((one) => one.code === code)?.name ?? code;
  const turn = (next: NewChange['sort']) => {
    setSort(next);
    setUnits(units.slice(0, 1));
    setInto(next === 'merge' ? [nobody()] : [nobody(), nobody()]);
  };
  const successors = into.map(({ which, code, name, share }) => {
    const isNew = which === NEW || !units.includes(which);
    const part = sort === 'split' && share.trim() !== '' ? readShare(share) : undefined;
    return {
      code: isNew ? code.trim() : which,
      ...(isNew ? { name: name.trim() } : {}),
      ...(part === undefined ? {} : { share: part }),
    };
  });
  const enough = sort === 'merge' ? units.length > 0 : units.length === 1;
  const isSound =
    enough &&
    isDay(from) &&
    decision.trim().length >= 3 &&
    successors.every((one) => CODE.test(one.code) && one.name !== '') &&
    into.every((one) => sort === 'merge' || one.share.trim() === '' || readShare(one.share) !== undefined);
  const value: NewChange | undefined = isSound
    ? { sort, from, decision: decision.trim(), units, into: successors }
    : undefined;
  const put = (at: number, part: Partial<TypedSuccessor>) =>
    setInto(into.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <ActDialog
      title={texts.propose}
      hint={texts.proposeHint}
      area={AREA}
      value={value}
      look={async (change) => {
        const told = await lookAtChange(change);
        const difference = await lookAtEdit(today, addDays(today, AHEAD), { kind: 'unit-change', change });
        return { told, difference };
      }}
      tell={({ told, difference }) => (
        <>
          <ToldWords told={told} />
          <NoticesEffect difference={difference} />
        </>
      )}
      act={async (change) => {
        await carryOut(change);
        return texts.carriedOut(
          change.units.map(nameOf).join(', '),
          change.into.map((one) => one.name ?? nameOf(one.code)).join(', '),
        );
      }}
      close={close}
      fields={(tried) => (
        <>
          <ChoiceField
            label={texts.sort}
            value={sort}
            options={[
              { value: 'merge', label: texts.sorts.merge },
              { value: 'split', label: texts.sorts.split },
            ]}
            change={turn}
          />
          <div className="field">
            <label htmlFor={`${id}-units`}>{sort === 'merge' ? texts.merged : texts.split}</label>
            <Select
              id={`${id}-units`}
              mode="multiple"
              maxCount={sort === 'merge' ? 50 : 1}
              value={units}
              loading={known.busy}
              aria-invalid={tried && !enough}
              status={tried && !enough ? 'error' : undefined}
              showSearch={{
                filterOption: (typed, option) => mentions(typed, String(option?.label ?? ''), String(option?.value)),
              }}
              options={all.map(({ code, name, within }) => ({
                value: code,
                label: within === undefined ? name : `${name}, ${within}`,
              }))}
              onChange={setUnits}
            />
            {tried && !enough && <p className="wrong">{texts.unitsNeeded}</p>}
          </div>
          {into.map((successor, at) => (
            <SuccessorFields
              key={at}
              title={sort === 'merge' ? texts.becomes : texts.part(at + 1)}
              successor={successor}
              goOn={units.map((code) => ({ code, name: nameOf(code) }))}
              withShare={sort === 'split'}
              tried={tried}
              change={(part) => put(at, part)}
              drop={
                sort === 'split' && into.length > 2 ? () => setInto(into.filter((_, place) => place !== at)) : undefined
              }
            />
          ))}
          {sort === 'split' && (
            <div className="buttons">
              <button type="button" onClick={() => setInto([...into, nobody()])}>
                {texts.addPart}
              </button>
            </div>
          )}
          <TextInput
            label={texts.from}
            type="date"
            value={from}
            wrong={tried && !isDay(from) ? texts.dayNeeded : undefined}
            change={setFrom}
          />
          <TextInput
            label={texts.decision}
            value={decision}
            most={300}
            wrong={tried && decision.trim().length < 3 ? texts.decisionNeeded : undefined}
            change={setDecision}
          />
        </>
      )}
    />
  );
}
