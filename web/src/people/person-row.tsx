import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { showDay, showInstant } from '../texts/days';
import { type PeopleTexts, usePeopleTexts } from '../texts/people';
import { word } from '../texts/texts';
import { type HeldRole, type ListedPerson, useSendInvitation } from './queries';

/** One person of the list: what the person is, how to reach the person, whether a chat is linked. */
export function PersonRow(given: { person: ListedPerson; edit: () => void; invite: () => void }) {
  const { person, edit, invite } = given;
  const texts = usePeopleTexts();
  const isLinked = person.chats.length > 0;
  return (
    <li className={`row person-row ${isLinked ? 'settled' : person.active ? 'soon' : ''}`}>
      <div>
        <h3 className="row-title">{person.name}</h3>
        {person.title && <p>{person.title}</p>}
        <ul className="person-roles">
          {person.roles.map((held) => (
            <li key={`${held.unit} ${held.role}`}>{roleText(held, texts)}</li>
          ))}
        </ul>
        <p className="quiet">
          {[person.code, person.phone && shownPhone(person.phone), person.email].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="form-state">
        <LinkState person={person} />
        {person.mayManage ? (
          <div className="buttons">
            <button type="button" aria-label={texts.editOf(person.name)} onClick={edit}>
              {texts.edit}
            </button>
            {person.active && (
              <button type="button" aria-label={texts.inviteOf(person.name)} onClick={invite}>
                {texts.invite}
              </button>
            )}
            {person.active && !isLinked && person.email !== undefined && <Remind person={person} />}
          </div>
        ) : (
          <p className="quiet">{texts.otherUnit}</p>
        )}
      </div>
    </li>
  );
}

/** `Cán bộ báo cáo, Xã Ngũ Hiệp (đến hết 30/06/2027)`. */
export function roleText(held: HeldRole, texts: PeopleTexts): string {
  const days = [
    held.firstDay === undefined ? '' : texts.from(showDay(held.firstDay)),
    held.lastDay === undefined ? '' : texts.until(showDay(held.lastDay)),
  ].filter((part) => part !== '');
  return `${texts.roles[held.role]}, ${held.unitName}${days.length > 0 ? ` (${days.join(' ')})` : ''}`;
}

/** `+84912345678` → `0912 345 678`. */
export const shownPhone = (phone: string): string =>
  phone.replace(/^\+84/, '0').replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');

function LinkState({ person: { active, chats, invitedUntil } }: { person: ListedPerson }) {
  const texts = usePeopleTexts();
  if (!active) return <span className="badge">{texts.left}</span>;
  if (chats.length > 0) {
    const names = chats.map(
      ({ channel, reachable }) => `${word(texts.chats, channel)}${reachable ? '' : ` (${texts.unreachable})`}`,
    );
    return <span className="badge settled">{texts.linkedBy(names.join(', '))}</span>;
  }
  return (
    <span className="badge soon">
      {texts.notLinked}
      {invitedUntil === undefined ? '' : `, ${texts.invitedUntil(showInstant(invitedUntil))}`}
    </span>
  );
}

function Remind({ person }: { person: ListedPerson }) {
  const texts = usePeopleTexts();
  const { refresh } = useRefresh();
  const send = useSendInvitation(person.id);
  return (
    <>
      <button
        type="button"
        disabled={send.isPending}
        onClick={() => send.mutate(undefined, { onSuccess: () => refresh(texts.reminded(person.name)) })}
      >
        {texts.remind}
      </button>
      <Problem of={send.error} />
    </>
  );
}
