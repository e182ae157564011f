import { QRCode } from 'antd';
import { showInstant } from '../texts/days';
import { usePeopleTexts } from '../texts/people';
import { word } from '../texts/texts';
import type { Invitation } from './queries';

/** One invitation: a QR code for each channel whose links carry it, and the code to type. Drawn here; nothing leaves the page. */
export function InvitationCard({ invitation, heading }: { invitation: Invitation; heading: 'h2' | 'h3' }) {
  const texts = usePeopleTexts();
  const Heading = heading;
  const { person, code, links, expiresAt } = invitation;
  return (
    <article className="invitation">
      <Heading className="row-title">{person.name}</Heading>
      {person.title && <p>{person.title}</p>}
      <ul className="invitation-codes">
        {links.map(({ channel, link }) => (
          <li key={channel}>
            <div className="qr">
              <QRCode
                aria-label={texts.qrOf(word(texts.linkBy, channel))}
                type="svg"
                value={link}
                size={168}
                bordered={false}
                color="#000000"
                bgColor="#ffffff"
              />
            </div>
            <span>{word(texts.linkBy, channel)}</span>
          </li>
        ))}
      </ul>
      <p>{texts.typedCode}</p>
      <p className="invitation-code">{code}</p>
      <p className="quiet">{texts.validUntil(showInstant(expiresAt))}</p>
    </article>
  );
}
