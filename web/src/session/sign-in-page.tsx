import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../api/client';
import { problemText } from '../page/problem-text';
import { PageLink, takeFragment, useRouter } from '../page/router';
import { useTexts } from '../texts/texts';
import { PasswordSignIn } from './password-sign-in';
import { useSession } from './session';

/**
 * `/dang-nhap#<token>` uses up a one-time link: the token leaves the address before anything else happens. Without a token
 * the page asks for login and password.
 */
export function SignInPage() {
  const texts = useTexts();
  const { go } = useRouter();
  const session = useSession();
  const [problem, setProblem] = useState<string>();
  const [byLink, setByLink] = useState(() => window.location.hash.length > 1);
  const enter = () => {
    session.reload();
    go('/');
  };
  // A token works once: whatever makes this page render again must not post it again.
  const begun = useRef(false);
  const use = useEffectEvent(() => {
    const token = takeFragment();
    setByLink(token !== '');
    setProblem(undefined);
    if (!token) return;
    api.signIn(token).then(enter, (error: unknown) => setProblem(problemText(error, texts)));
  });
  useEffect(() => {
    if (!begun.current) use();
    begun.current = true;
    // A second link pasted into the same tab changes nothing but the fragment.
    const again = () => {
      if (window.location.hash) use();
    };
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return (
    <section className="narrow">
      <h1>{texts.session.signInTitle}</h1>
      {byLink && problem === undefined && <p role="status">{texts.session.signingIn}</p>}
      {problem !== undefined && (
        <>
          <p role="alert">{problem}</p>
          {session.data === null && <p>{texts.session.askNewLink}</p>}
        </>
      )}
      {session.data && (!byLink || problem !== undefined) && (
        <p>
          {texts.session.stillIn} <PageLink to="/">{texts.page.home}</PageLink>
        </p>
      )}
      {session.data === null && (!byLink || problem !== undefined) && (
        <>
          <PasswordSignIn done={enter} />
          {!byLink && <p className="quiet">{texts.session.orByLink}</p>}
        </>
      )}
    </section>
  );
}
