/** What a connection says where its answer does not come. */
export const BROKEN = 'broken off';

const SILENT_MS = 15_000;

/** The status codes of whole answers on a keep-alive connection, one after the other; only one is waited for at a time. */
export function answersOf(socket) {
  let received = '';
  let wake;
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    received += chunk;
    const end = received.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = received.slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const isChunked = /transfer-encoding: chunked/i.test(head);
    if (isChunked ? !received.endsWith('0\r\n\r\n') : received.length < end + 4 + length) return;
    received = '';
    wake?.(head.slice(9, 12));
  });
  const broken = () => wake?.(BROKEN);
  socket.on('error', broken).on('close', broken);
  socket.setTimeout(SILENT_MS, () => socket.destroy());
  return { next: () => new Promise((resolve) => (wake = resolve)) };
}
