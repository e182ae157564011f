import { Problem } from '../page/problem';
import { PageLink } from '../page/router';
import '../style/people.css';
import { usePeopleTexts } from '../texts/people';
import { InvitationCard } from './invitation-card';
import { useInviteUnit } from './queries';

/** Invitations of one unit for a sheet of A4; made only when asked for, because making them revokes those before. */
export default function InvitationSheetPage({ unit }: { unit: string }) {
  const texts = usePeopleTexts();
  const { mutate, data, error, isPending } = useInviteUnit();
  return (
    <section className="invitation-sheet">
      <p className="on-screen">
        <PageLink to="/can-bo">{texts.backToPeople}</PageLink>
      </p>
      <h1>{texts.sheetTitle}</h1>
      {data && <p className="invitation-unit">{data.unitName}</p>}
      {!data && <p>{texts.sheetWarning}</p>}
      {data && data.invitations.length > 0 && <p>{texts.sheetHint}</p>}
      {data?.invitations.length === 0 && <p role="status">{texts.sheetNobody}</p>}
      <Problem of={error} />
      <div className="buttons on-screen">
        {!data && (
          <button type="button" className="main" disabled={isPending} onClick={() => mutate(unit)}>
            {texts.sheetPrepare}
          </button>
        )}
        {data && data.invitations.length > 0 && (
          <button type="button" className="main" onClick={() => window.print()}>
            {texts.print}
          </button>
        )}
      </div>
      <div className="invitations">
        {data?.invitations.map((invitation) => (
          <InvitationCard key={invitation.person.id} invitation={invitation} heading="h2" />
        ))}
      </div>
    </section>
  );
}
