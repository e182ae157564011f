import { Popconfirm } from 'antd';
import { useRefresh } from '../api/refresh';
import { problemText } from '../page/problem-text';
import { showInstant } from '../texts/days';
import { usePeopleTexts } from '../texts/people';
import { useTexts, word } from '../texts/texts';
import { type ListedPerson, useUnlink } from './queries';

/** The chats of a person, each to be unlinked; their addresses are nobody's business. */
export function PersonChats({ person }: { person: ListedPerson }) {
  const texts = usePeopleTexts();
  const house = useTexts();
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
            <Popconfirm
              title={texts.unlinkSure}
              okText={texts.yes}
              cancelText={texts.no}
              onConfirm={() => unlink.mutate(id, { onSuccess: () => refresh(texts.unlinked) })}
            >
              <button type="button" aria-label={texts.unlinkOf(word(texts.chats, channel))}>
                {texts.unlink}
              </button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      {unlink.error && (
        <p className="wrong" role="alert">
          {problemText(unlink.error, house)}
        </p>
      )}
    </section>
  );
}
