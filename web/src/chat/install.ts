/** Lets the chat be installed and opened without a network: the shell is kept, what is said never is (public/sw.js). */
export function keepShell(): void {
  // Missing where the page was not loaded over HTTPS.
  navigator.serviceWorker?.register('/sw.js', { scope: '/chat' }).catch(() => undefined);
}
