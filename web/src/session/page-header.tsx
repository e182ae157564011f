import { useState } from 'react';
import { api } from '../api/client';
import type { Session } from '../api/types';
import { problemText } from '../page/problem-text';
import { PageLink } from '../page/router';
import { LanguageSwitch } from '../texts/language-switch';
import { useTexts } from '../texts/texts';
import { hasRole, useSession } from './session';

export function PageHeader() {
  const texts = useTexts();
  const { data: session } = useSession();
  return (
    <header className="head">
      <a className="skip" href="#main">
        {texts.page.skip}
      </a>
      <div className="head-row">
        <PageLink to="/" className="brand">
          {texts.product}
        </PageLink>
        <nav aria-label={texts.session.nav}>
          {session && <PageLink to="/">{texts.session.home}</PageLink>}
          {session && hasRole(session, 'head', 'supervisor') && (
            <PageLink to="/cho-y-kien">{texts.session.desk}</PageLink>
          )}
          {session && <PageLink to="/hoi-nghi">{texts.session.conferences}</PageLink>}
          {session && <PageLink to="/chi-tieu">{texts.session.targets}</PageLink>}
          {session && hasRole(session, 'admin') && <PageLink to="/bieu-mau">{texts.session.forms}</PageLink>}
          {session && hasRole(session, 'admin') && <PageLink to="/nhac-viec">{texts.session.followups}</PageLink>}
          {session && hasRole(session, 'admin') && <PageLink to="/loi-nhan">{texts.session.wording}</PageLink>}
          {session && hasRole(session, 'admin', 'head', 'supervisor') && (
            <PageLink to={hasRole(session, 'admin') ? '/lich' : '/lich/quy-dinh'}>{texts.session.calendar}</PageLink>
          )}
          {session && hasRole(session, 'admin') && <PageLink to="/nhat-ky">{texts.session.audit}</PageLink>}
          {session && hasRole(session, 'admin', 'head', 'supervisor') && (
            <PageLink to="/can-bo">{texts.session.people}</PageLink>
          )}
          {session && hasRole(session, 'admin', 'head', 'supervisor') && (
            <PageLink to="/so-tin">{texts.session.ledger}</PageLink>
          )}
          <PageLink to="/chat">{texts.session.chat}</PageLink>
        </nav>
        <LanguageSwitch />
      </div>
      {session && <Person session={session} />}
    </header>
  );
}

function Person({ session }: { session: Session }) {
  const texts = useTexts();
  const { reload } = useSession();
  const [problem, setProblem] = useState<string>();
  const leave = () => {
    api.signOut().then(reload, (error: unknown) => setProblem(problemText(error, texts)));
  };
  const roles = session.roles.map(({ role, unitName }) => `${texts.session.roles[role]}, ${unitName}`);
  return (
    <div className="person" aria-label={texts.session.signedIn} role="group">
      <span>
        <strong>{session.person.name}</strong>
        {/* A title says more than the roles; with neither there is only the name. */}
        <span className="quiet"> {session.person.title || roles.join('; ')}</span>
      </span>
      <span className="person-acts">
        <PageLink to="/mat-khau">{texts.password.link}</PageLink>
        <button type="button" className="plain" onClick={leave}>
          {texts.session.signOut}
        </button>
      </span>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
