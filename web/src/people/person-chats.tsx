import { AskFirst } from '../page/ask-first';
import { useRefresh } from '../api/refresh';
import { Problem } from '../page/problem';
import { showInstant } from '../texts/days';
import { usePeopleTexts } from '../texts/people';
import { word } from '../texts/texts';
import { type ListedPerson, useUnlink } from './queries';

/** The chats of a person, each to be unlinked; their addresses are nobody's business. */
export function PersonChats({ person }: { person: ListedPerson }) {
  const texts = usePeopleTexts();
  const { refresh } = useRefresh();
  const unlink = useUnlink();
  return (
    <section aria-labelledby="person-chats">
      <h2 id="person-chats">{texts.linked}</h2>
      <ul className="person-acts-list">
        {person.chats.map(({ id, channel, linkedAt }) => (
          <li key={id}>
            <span>
              {word(texts.chats, channel)}, {texts.from(showInstant(linkedAt))}
            </span>
            <AskFirst
              title={texts.unlinkSure}
              okText={texts.yes}
              cancelText={texts.no}
              onConfirm={() => unlink.mutate(id, { onSuccess: () => refresh(texts.unlinked) })}
            >
              <button type="button" aria-label={texts.unlinkOf(word(texts.chats, channel))}>
                {texts.unlink}
              </button>
            </AskFirst>
          </li>
        ))}
      </ul>
      <Problem of={unlink.error} />
    </section>
  );
}
