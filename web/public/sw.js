// Keeps the shell of the chat, so that it opens without a network: its page, scripts, styles and pictures. Nothing of
// `/api/` is ever kept: what was said and answered stays with the server and the page's own box of unsent messages.
const SHELL = 'nhip-shell-1';
const PAGE = '/chat';
/** Assets carry the digest of their content in their names: those of older versions are thrown out by and by. */
const MOST_ASSETS = 120;

const isAsset = ({ pathname }) => pathname.startsWith('/assets/') || pathname.startsWith('/icons/');

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.add(PAGE)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  const forgetOthers = async () => {
    for (const name of await caches.keys()) if (name !== SHELL) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(forgetOthers());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (isAsset(url)) event.respondWith(asset(request));
});

/** The newest page where there is a network, else the one kept. */
async function page(request) {
  const shell = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shell.put(PAGE, answer.clone());
    return answer;
  } catch (error) {
    const kept = await shell.match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

async function asset(request) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await shell.put(request, answer.clone());
    const assets = (await shell.keys()).filter((one) => isAsset(new URL(one.url)));
    for (const old of assets.slice(0, Math.max(0, assets.length - MOST_ASSETS))) await shell.delete(old);
  }
  return answer;
}
