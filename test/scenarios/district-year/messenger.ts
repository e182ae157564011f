import { until } from '../../house/until.js';
import type { Theatre } from './theatre.js';

/** Says `text` on Telegram as user `id`; gives what the bot answered. */
export function hears(theatre: Theatre, id: number, text: string): Promise<string> {
  return answered(theatre, id, (person) => void person.says(text));
}

/** Taps the newest button so labelled. */
export function taps(theatre: Theatre, id: number, label: string): Promise<string> {
  return answered(theatre, id, (person) => void person.taps(label));
}

type Person = ReturnType<Theatre['telegram']['user']>;

async function answered(theatre: Theatre, id: number, act: (person: Person) => void): Promise<string> {
  const person = theatre.telegram.user(id);
  const before = person.inbox().length;
  act(person);
  await until(() => person.inbox().length > before);
  const said = person.inbox().slice(before);
  return said.map((message) => message.text).join('\n');
}
