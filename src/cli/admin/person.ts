import { PeopleService, type Person } from '../../modules/units/index.js';
import { type Office, WrongUse } from './command.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The person whose id was typed, or {@link WrongUse}. */
export async function personOf(id: string | undefined, office: Office): Promise<Person> {
  const person = id === undefined || !UUID.test(id) ? undefined : await office.of(PeopleService).find(id);
  if (!person) throw new WrongUse('--person: không có người này / there is no such person.');
  return person;
}
