import { createContext, type MouseEvent, type ReactNode, useContext, useEffect, useState } from 'react';

const Path = createContext<{ path: string; go: (path: string) => void }>({ path: '/', go: () => {} });

/** Which page is shown follows the address; going back works as everywhere. */
export function Router({ children }: { children: ReactNode }) {
  const [path, setPath] = useState(window.location.pathname);
  useEffect(() => {
    const follow = () => setPath(window.location.pathname);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = (to: string) => {
    window.history.pushState(null, '', to);
    setPath(window.location.pathname);
    window.scrollTo(0, 0);
  };
  return <Path.Provider value={{ path, go }}>{children}</Path.Provider>;
}

export const useRouter = () => useContext(Path);

interface Link {
  to: string;
  className?: string;
  /** Read aloud in place of what is shown, where that says too little by itself. */
  label?: string;
  children: ReactNode;
}

/** A link within the product: no reload, and everything a link can do (new tab, copy) still works. */
export function PageLink({ to, className, label, children }: Link) {
  const { path, go } = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={to}
      className={className}
      aria-label={label}
      aria-current={path === to ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

/** Takes the secret part of the address away, so that it is in no history, bookmark or screenshot. */
export function takeFragment(): string {
  const fragment = decodeFragment(window.location.hash.slice(1));
  if (window.location.hash) {
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  }
  return fragment;
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
