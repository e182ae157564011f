import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../api/client';
import { problemText } from '../page/problem-text';
import { PageLink, takeFragment, useRouter } from '../page/router';
import { useTexts } from '../texts/texts';
import { useSession } from './session';

/** `/dang-nhap#<token>`: uses up a one-time link. The token leaves the address before anything else happens. */
export function SignInPage() {
  const texts = useTexts();
  const { go } = useRouter();
  const session = useSession();
  const [problem, setProblem] = useState<string>();
  // A token works once: whatever makes this page render again must not post it again.
  const begun = useRef(false);
  const use = useEffectEvent(() => {
    const token = takeFragment();
    setProblem(token ? undefined : texts.session.noToken);
    if (!token) return;
    api.signIn(token).then(
      () => {
        session.reload();
        go('/');
      },
      (error: unknown) => setProblem(problemText(error, texts)),
    );
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
      {problem === undefined ? (
        <p role="status">{texts.session.signingIn}</p>
      ) : (
        <>
          <p role="alert">{problem}</p>
          {session.data ? (
            <p>
              {texts.session.stillIn} <PageLink to="/">{texts.page.home}</PageLink>
            </p>
          ) : (
            <p>{texts.session.askNewLink}</p>
          )}
        </>
      )}
    </section>
  );
}
