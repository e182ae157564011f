import type { ReactNode } from 'react';
import { RefreshProvider } from './api/refresh';
import { ChatPage } from './chat/chat-page';
import { HomePage } from './home-page';
import { lazyPage } from './page/lazy-pages';
import { PageLink, Router, useRouter } from './page/router';
import { PageHeader } from './session/page-header';
import { PasswordPage } from './session/password-page';
import { SessionProvider } from './session/session';
import { SignInPage } from './session/sign-in-page';
import { LanguageProvider, useTexts } from './texts/texts';

export function App() {
  return (
    <LanguageProvider>
      <Router>
        <Pages />
      </Router>
    </LanguageProvider>
  );
}

function Pages() {
  const { path } = useRouter();
  // The chat has an identity of its own (this browser) and needs no session.
  if (path === '/chat') return <ChatPage />;
  return (
    <SessionProvider>
      <RefreshProvider>
        <PageHeader />
        <main id="main" tabIndex={-1}>
          {pageAt(path)}
        </main>
      </RefreshProvider>
    </SessionProvider>
  );
}

function pageAt(path: string): ReactNode {
  if (path === '/') return <HomePage />;
  if (path === '/dang-nhap') return <SignInPage />;
  if (path === '/mat-khau') return <PasswordPage />;
  return lazyPage(path) ?? <UnknownPage />;
}

function UnknownPage() {
  const texts = useTexts();
  return (
    <section className="narrow">
      <p>{texts.page.unknown}</p>
      <PageLink to="/">{texts.page.home}</PageLink>
    </section>
  );
}
