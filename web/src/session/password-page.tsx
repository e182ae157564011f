import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import { useRefresh } from '../api/refresh';
import { useResource } from '../api/use-resource';
import { problemText } from '../page/problem-text';
import { ResourceView } from '../page/resource-view';
import { useTexts } from '../texts/texts';
import { LoginField } from './login-field';
import { SecretField } from './secret-field';
import { useSession } from './session';
import { SignedOut } from './signed-out';

const standing = (signal: AbortSignal) => api.passwordStanding(signal);

/** `/mat-khau`: the first password with its login, or a new one for whoever knows the present one. */
export function PasswordPage() {
  const texts = useTexts();
  return (
    <ResourceView of={useSession()}>
      {(session) =>
        session === null ? (
          <SignedOut />
        ) : (
          <section className="narrow">
            <h1>{texts.password.title}</h1>
            <PasswordForm />
          </section>
        )
      }
    </ResourceView>
  );
}

function PasswordForm() {
  const own = useResource(standing);
  return (
    <ResourceView of={own}>{({ login }) => <Fields key={login ?? ''} known={login} saved={own.reload} />}</ResourceView>
  );
}

function Fields({ known, saved }: { known: string | null; saved: () => void }) {
  const texts = useTexts();
  const { refresh } = useRefresh();
  const [login, setLogin] = useState('');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    api
      .setPassword(known === null ? { login, password } : { current, password })
      .then(
        () => {
          setCurrent('');
          setPassword('');
          refresh(texts.password.saved);
          saved();
        },
        (error: unknown) => setProblem(problemText(error, texts)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <form className="act" noValidate onSubmit={submit}>
      {known === null ? (
        <LoginField value={login} hint={texts.password.loginHint} change={setLogin} />
      ) : (
        <>
          <p>{texts.password.yourLogin(known)}</p>
          {/* So that the browser keeps the new password with the right name. */}
          <input type="text" hidden readOnly autoComplete="username" value={known} />
          <SecretField label={texts.password.current} value={current} fill="current-password" change={setCurrent} />
        </>
      )}
      <SecretField
        label={texts.password.fresh}
        value={password}
        fill="new-password"
        hint={texts.password.rule}
        change={setPassword}
      />
      <p className="quiet">{texts.password.othersEnd}</p>
      {problem && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {texts.password.save}
        </button>
      </div>
    </form>
  );
}
