import path from 'node:path';

/**
 * Whether the one page answers at `url`: an address of the pages, asked for by a browser or by a program that takes
 * anything; never one of the interface, and never a file, or a missing script would come as a page.
 */
export function wantsPage(url: string, accept: string | undefined): boolean {
  const [address = ''] = url.split('?');
  if (address.startsWith('/api/') || path.posix.extname(address) !== '') return false;
  return accept === undefined || /text\/html|\*\/\*/.test(accept);
}
