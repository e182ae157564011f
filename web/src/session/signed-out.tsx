import { PageLink } from '../page/router';
import { useTexts } from '../texts/texts';

/** What somebody sees who is not signed in. */
export function SignedOut() {
  const texts = useTexts();
  return (
    <section className="narrow">
      <h1>{texts.product}</h1>
      <p className="quiet">{texts.tagline}</p>
      <p>{texts.session.signInNeeded}</p>
      <p className="buttons">
        <PageLink to="/dang-nhap" className="button">
          {texts.password.signIn}
        </PageLink>
        <PageLink to="/chat" className="button">
          {texts.session.toChat}
        </PageLink>
      </p>
    </section>
  );
}
