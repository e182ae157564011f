// A provider as Telegram's API looks to the product, for the fault suite: it writes down every message that it accepts, loses
// the answer to some of them, refuses some for the moment, and takes its time.
import http from 'node:http';

/** In which a process says what time it is by its clock. */
export const CLOCK_HEADER = 'x-clock';

/** Of a hundred sends so many are accepted without an answer, and so many refused with "too many requests". */
const LOST_PERCENT = 3;
const LIMITED_PERCENT = 2;

/** @param {() => number} random 0 to 1 */
export async function openProvider(random) {
  /** What was accepted, by message number; `at` is when it left, by the clock of who sent it. */
  const accepted = new Map();
  const answerTo = {
    getMe: () => ({ id: 1, is_bot: true, first_name: 'Nhịp', username: 'nhip_bot' }),
    getUpdates: () => [],
  };
  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece) => (text += piece));
    request.on('end', () => {
      const method = request.url.split('/').at(-1);
      const reply = (body, status = 200) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      const give = (result) => reply({ ok: true, result });
      if (method !== 'sendMessage') {
        // Long polling: the answer comes when nothing came.
        setTimeout(() => give(answerTo[method]?.() ?? true), method === 'getUpdates' ? 1000 : 0);
        return;
      }
      const chance = random() * 100;
      if (chance < LIMITED_PERCENT) {
        const refusal = { ok: false, error_code: 429, description: 'Too Many Requests: retry after 1' };
        return reply({ ...refusal, parameters: { retry_after: 1 } }, 429);
      }
      const { chat_id, text: said } = JSON.parse(text);
      const id = accepted.size + 1;
      accepted.set(String(id), { chat: String(chat_id), text: said, at: request.headers[CLOCK_HEADER] });
      setTimeout(
        () => {
          if (chance < LIMITED_PERCENT + LOST_PERCENT) return request.socket.destroy();
          give({ message_id: id, date: 1, chat: { id: chat_id, type: 'private' }, text: said });
        },
        5 + random() * 40,
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    accepted,
    address: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
