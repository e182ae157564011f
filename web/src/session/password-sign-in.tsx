import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import { problemText } from '../page/problem-text';
import { useTexts } from '../texts/texts';
import { LoginField } from './login-field';
import { SecretField } from './secret-field';

/** Sign-in with login and password; `done` is called once the session stands. */
export function PasswordSignIn({ done }: { done: () => void }) {
  const texts = useTexts();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!login.trim() || !password) return setProblem(texts.password.bothNeeded);
    setBusy(true);
    setProblem(undefined);
    api
      .signInByPassword(login, password)
      .then(done, (error: unknown) => setProblem(problemText(error, texts)))
      .finally(() => setBusy(false));
  };
  return (
    <form className="act" noValidate onSubmit={submit} aria-labelledby="by-password">
      <h2 id="by-password">{texts.password.signIn}</h2>
      <LoginField value={login} change={setLogin} />
      <SecretField label={texts.password.password} value={password} fill="current-password" change={setPassword} />
      {problem && (
        <p role="alert" className="wrong">
          {problem}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {busy ? texts.session.signingIn : texts.session.signInTitle}
        </button>
      </div>
    </form>
  );
}
