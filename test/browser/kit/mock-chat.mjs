import { json } from './json.mjs';

/** The stand-in's one chat: numbered lines, one per key, streamed; it can lose answers and cut streams on demand. */
export class MockChat {
  lines = [];
  linked = false;
  /** What the bot says to a text; `undefined` for nothing. */
  reply = (text) => ({ text: text.startsWith('/start') ? 'Đã liên kết thành công.' : `Đã nhận: ${text}` });
  /** How many of the next messages are taken but never acknowledged. */
  loseAnswers = 0;
  /** Every POST as it came, also repeated ones. */
  posts = [];
  /** What each new stream named as the last line it has. */
  streamsAsked = [];
  refuseStreams = false;
  /** Every file as it came, and up to which lines the page said that it was read. */
  files = [];
  reads = [];
  #streams = new Map();
  #byKey = new Map();
  #now = Date.parse('2027-06-25T00:30:00Z');

  add(line) {
    this.#now += 61_000;
    const added = { line: this.lines.length + 1, at: new Date(this.#now).toISOString(), ...line };
    this.lines.push(added);
    for (const stream of this.#streams.keys()) this.#flush(stream);
    return added.line;
  }

  nextDay() {
    this.#now += 86_400_000;
  }

  said() {
    return this.lines.filter(({ author }) => author === 'person').map(({ text }) => text);
  }

  cutStreams() {
    for (const stream of this.#streams.keys()) stream.destroy();
  }

  handle(route, url, request, response, body) {
    const after = Number(url.searchParams.get('after') ?? 0);
    if (route === 'POST /api/chat/open') {
      response.setHeader('set-cookie', 'nhip_chat=here; HttpOnly; SameSite=Lax; Path=/api/chat');
      return json(response, 200, { linked: this.linked, name: this.linked ? 'Nguyễn Thị Hoà' : undefined });
    }
    if (route === 'GET /api/chat/lines')
      return json(response, 200, { lines: this.lines.filter(({ line }) => line > after) });
    if (route === 'POST /api/chat/lines') return this.#take(body, response);
    if (route === 'POST /api/chat/files') return this.#takeFile(url.searchParams, body, response);
    if (route === 'POST /api/chat/read') {
      this.reads.push(body.line);
      return response.writeHead(204).end();
    }
    if (route === 'GET /api/chat/stream') return this.#stream(after, request, response);
    return json(response, 404, { code: 'request.unknown', message: 'Không tìm thấy địa chỉ này.' });
  }

  #take({ key, text, token }, response) {
    this.posts.push({ key, text, token });
    if (text?.includes('không nhận')) {
      return json(response, 422, { code: 'chat.refused', message: 'Tin này không nhận được.' });
    }
    let line = this.#byKey.get(key);
    if (line === undefined) {
      const label = this.lines
        .flatMap(({ buttons }) => buttons?.flat() ?? [])
        .findLast((each) => each.token === token)?.label;
      line = this.add({ author: 'person', text: text ?? label ?? '…' });
      this.#byKey.set(key, line);
      if (text?.startsWith('/start')) this.linked = true;
      const reply = this.reply(text ?? label);
      if (reply) setTimeout(() => this.add({ author: 'bot', ...reply }), 30);
    }
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      return response.destroy();
    }
    return json(response, 202, { line });
  }

  #takeFile(given, content, response) {
    const [key, name] = [given.get('key'), given.get('name')];
    this.files.push({ key, name, content });
    let line = this.#byKey.get(key);
    if (line === undefined) {
      line = this.add({ author: 'person', text: '', file: name });
      this.#byKey.set(key, line);
      setTimeout(() => this.add({ author: 'bot', text: `Đã nhận tệp ${name}` }), 30);
    }
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      return response.destroy();
    }
    return json(response, 202, { line });
  }

  #stream(after, request, response) {
    const lastEventId = request.headers['last-event-id'];
    this.streamsAsked.push({ after, lastEventId });
    if (this.refuseStreams) return json(response, 503, {});
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 200\n\n');
    this.#streams.set(response, Number(lastEventId ?? after));
    response.on('close', () => this.#streams.delete(response));
    this.#flush(response);
  }

  #flush(stream) {
    for (const line of this.lines.filter((each) => each.line > this.#streams.get(stream))) {
      this.#streams.set(stream, line.line);
      stream.write(`id: ${line.line}\nevent: line\ndata: ${JSON.stringify(line)}\n\n`);
    }
  }
}
