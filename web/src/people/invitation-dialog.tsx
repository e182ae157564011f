import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../page/problem';
import { usePeopleTexts } from '../texts/people';
import { useTexts, word } from '../texts/texts';
import { InvitationCard } from './invitation-card';
import { type ListedPerson, useInvite } from './queries';

/** A new invitation, shown once. */
export function InvitationDialog({ person, close }: { person: ListedPerson; close: () => void }) {
  const texts = usePeopleTexts();
  const house = useTexts();
  const { mutate, data, error } = useInvite(person.id);
  const [said, setSaid] = useState('');
  const asked = useRef(false);
  useEffect(() => {
    // Asked once, also where React draws twice: each asking revokes the invitation before.
    if (!asked.current) mutate();
    asked.current = true;
  }, [mutate]);
  const copy = (link: string) => {
    void navigator.clipboard.writeText(link).then(() => setSaid(texts.copied));
  };
  return (
    <Modal
      open
      title={texts.invitationTitle(person.name)}
      footer={
        <button type="button" className="main" onClick={close}>
          {texts.close}
        </button>
      }
      closable={{ 'aria-label': texts.close }}
      onCancel={close}
    >
      <p>{texts.invitationHint}</p>
      {!data && !error && <p role="status">{house.page.loading}</p>}
      <Problem of={error} />
      {data && <InvitationCard invitation={data} heading="h3" />}
      <div className="buttons">
        {data?.links.map(({ channel, link }) => (
          <button key={channel} type="button" onClick={() => copy(link)}>
            {texts.copy} ({word(texts.linkBy, channel)})
          </button>
        ))}
      </div>
      <p role="status">{said}</p>
    </Modal>
  );
}
