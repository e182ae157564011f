import type { Board } from '../api/types';
import { SomeOf } from '../page/some-of';
import { dayOf, showDay } from '../texts/days';
import { useLostChatsTexts } from '../texts/lost-chats';
import { useTexts, word } from '../texts/texts';

/** Chats that refuse us, with the provider's reason; nothing where there are none. */
export function LostChats({ chats }: { chats: Board['lostChats'] }) {
  const lost = useLostChatsTexts();
  const { channels } = useTexts().board;
  if (chats.length === 0) return null;
  return (
    <section aria-labelledby="lost-chats">
      <h2 id="lost-chats">
        {lost.title} <span className="number">{chats.length}</span>
      </h2>
      <p className="quiet">{lost.hint}</p>
      <SomeOf all={chats} step={20} short>
        {({ person, name, unitName, channel, why, since, elsewhere }) => (
          <li key={`${person} ${channel}`} className="row">
            <strong>{name}</strong>, {unitName}: {word(channels, channel)}{' '}
            <span className="quiet">
              {lost.since(showDay(dayOf(since)))}, {elsewhere ? lost.elsewhere : lost.nowhere} ({why})
            </span>
          </li>
        )}
      </SomeOf>
    </section>
  );
}
