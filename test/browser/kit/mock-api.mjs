// A small stand-in of the product's HTTP API for the pages alone: quick to start, and able to fail on demand.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { board, longList, obligations, rollups, sessions } from './mock-data.mjs';
import { json } from './json.mjs';
import { MockChat } from './mock-chat.mjs';
import { MockForms } from './mock-forms.mjs';
import { at } from './root.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
/** Stricter than the product needs to be: if the pages work here, they work there. */
const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Starts the stand-in on a free port. `fail` maps an address to a status that it answers with until taken out. */
export async function startMock() {
  const mock = {
    chat: new MockChat(),
    forms: new MockForms(),
    fail: new Map(),
    today: '2027-07-03',
    promises: [],
    extensions: [],
    /** Targets that wait for an answer, and what was answered. */
    rebaselines: [],
    rebaselineAnswers: [],
    signIns: [],
    password: undefined,
    many: false,
    clockMs: 300,
  };
  const server = createServer((request, response) => {
    response.setHeader('content-security-policy', policy);
    handle(mock, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  mock.address = `http://localhost:${server.address().port}`;
  mock.stop = () => {
    mock.chat.cutStreams();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return mock;
}

async function handle(mock, request, response) {
  const url = new URL(request.url, 'http://localhost');
  if (!url.pathname.startsWith('/api/')) return sendFile(url.pathname, response);
  const status = mock.fail.get(url.pathname);
  if (status === 'drop') return response.destroy();
  if (status) return json(response, status, { code: 'server.failed', message: 'Hệ thống gặp lỗi, đã được ghi lại.' });
  const body = await read(request);
  const route = `${request.method} ${url.pathname}`;
  if (route.includes('/api/chat/')) return mock.chat.handle(route, url, request, response, body);
  return answer(mock, route, url, request, response, body);
}

async function answer(mock, route, url, request, response, body) {
  const who = sessions[/nhip_session=(\w+)/.exec(request.headers.cookie ?? '')?.[1]];
  if (route === 'POST /api/session') {
    if ('login' in body) return byPassword(mock, body, response);
    mock.signIns.push(body.token);
    if (!sessions[body.token]) {
      return json(response, 410, {
        code: 'access.link-expired',
        message: 'Liên kết đăng nhập đã dùng hoặc đã hết hạn.',
      });
    }
    response.setHeader('set-cookie', `nhip_session=${body.token}; HttpOnly; SameSite=Lax; Path=/`);
    return json(response, 204);
  }
  if (!who) return json(response, 401, { code: 'access.sign-in-needed', message: 'Đề nghị đồng chí đăng nhập.' });
  if (route === 'POST /api/session/end') {
    response.setHeader('set-cookie', 'nhip_session=; Path=/; Max-Age=0');
    return json(response, 204);
  }
  if (route === 'GET /api/session') return json(response, 200, who);
  if (route === 'GET /api/session/password') return json(response, 200, { login: mock.password?.login ?? null });
  if (route === 'PUT /api/session/password') return setPassword(mock, body, response);
  if (url.pathname.startsWith('/api/forms')) return mock.forms.handle(route, url, response, body);
  if (route === 'GET /api/obligations') {
    const items = url.searchParams.get('scope') === 'below' ? longList() : obligations();
    const state = url.searchParams.get('state');
    const settled = (item) => ['submitted', 'document-recorded', 'waived'].includes(item.state);
    const found = items.filter((item) =>
      state === 'all'
        ? true
        : state === 'settled'
          ? settled(item)
          : state === 'overdue'
            ? item.late
            : !item.late && !settled(item),
    );
    return json(response, 200, { today: mock.today, items: found });
  }
  if (route === 'GET /api/board') return json(response, 200, board(mock));
  if (route === 'GET /api/unit-questions/waiting') return json(response, 200, { waiting: [] });
  if (route === 'GET /api/questions') return json(response, 200, { waiting: [], asked: [] });
  if (route === 'GET /api/targets/rebaselines') return json(response, 200, { rebaselines: mock.rebaselines });
  const adjusted = /^POST \/api\/targets\/rebaselines\/(.+)\/answer$/.exec(route)?.[1];
  if (adjusted) {
    if (body.keep === '') {
      const message = 'Mức đã quyết nghị chưa đạt mức cấp trên giao (33,5). Đề nghị nêu lý do giữ nguyên.';
      return json(response, 422, { code: 'targets.reason-needed', message });
    }
    mock.rebaselineAnswers.push({ id: adjusted, ...body });
    mock.rebaselines = mock.rebaselines.filter((one) => one.id !== adjusted);
    return json(response, 204);
  }
  if (route === 'GET /api/rollups') return json(response, 200, rollups());
  if (route === 'GET /api/training/clock')
    return json(response, 200, { now: `${mock.today}T01:00:00Z`, today: mock.today });
  if (route === 'POST /api/training/clock') {
    await new Promise((resolve) => setTimeout(resolve, mock.clockMs));
    const day =
      body.date ?? new Date(Date.parse(mock.today) + body.advanceDays * 86_400_000).toISOString().slice(0, 10);
    mock.today = day;
    return json(response, 200, { now: `${day}T01:00:00Z`, today: day, counts: { notices: 14, sent: 12 } });
  }
  const act = /^POST \/api\/obligations\/(.+)\/(promise|extension)$/.exec(route);
  if (act?.[2] === 'promise') {
    mock.promises.push({ obligation: act[1], ...body });
    return json(response, 204);
  }
  if (act?.[2] === 'extension') {
    mock.extensions.push({ obligation: act[1], ...body });
    if (body.dueOn > '2027-07-10' && !body.confirmed) {
      const message =
        'Hạn mới vượt quá hạn của chính đơn vị nhận báo cáo (trước ngày 10/07/2027). Nếu vẫn gia hạn, đề nghị xác nhận.';
      return json(response, 409, { code: 'calendar.extension-passes-own-due', message });
    }
    return json(response, 200, { dueOn: body.dueOn });
  }
  return json(response, 404, { code: 'request.unknown', message: 'Không tìm thấy địa chỉ này.' });
}

/** Whoever knows the stand-in's one password is the official. */
function byPassword(mock, { login, password }, response) {
  if (mock.password?.login !== login || mock.password.password !== password) {
    return json(response, 401, {
      code: 'access.wrong-password',
      message: 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
    });
  }
  response.setHeader('set-cookie', 'nhip_session=official; HttpOnly; SameSite=Lax; Path=/');
  return json(response, 204);
}

function setPassword(mock, { login, current, password }, response) {
  if (mock.password && mock.password.password !== current) {
    return json(response, 422, { code: 'access.wrong-current-password', message: 'Mật khẩu hiện nay chưa đúng.' });
  }
  if (password.length < 12) {
    return json(response, 422, { code: 'access.password-too-short', message: 'Mật khẩu cần ít nhất 12 ký tự.' });
  }
  mock.password = { login: mock.password?.login ?? login, password };
  return json(response, 204);
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  if (parts.length === 0) return undefined;
  const body = Buffer.concat(parts);
  return request.headers['content-type'] === 'application/octet-stream' ? body : JSON.parse(body.toString('utf8'));
}

function sendFile(name, response) {
  const asked = path.join(at('web/dist'), path.normalize(name));
  const file = existsSync(asked) && statSync(asked).isFile() ? asked : at('web/dist/index.html');
  response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
}
