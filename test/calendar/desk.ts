import type { House } from '../house/house.js';

/** What an answer of the API brought. */
export interface Reply {
  status: number;
  body: Record<string, unknown> & { code?: string; message?: string };
}

/** A browser at a desk: asks the API with one person's session. */
export function deskOf(house: House, cookie: string) {
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<Reply> => {
    const reply = await house.app.inject({
      method,
      url: `/api/${path}`,
      headers: { cookie },
      ...(payload && { payload }),
    });
    return { status: reply.statusCode, body: reply.body ? reply.json<Reply['body']>() : {} };
  };
  return {
    get: (path: string) => ask('GET', path),
    put: (path: string, payload: object) => ask('PUT', path, payload),
    post: (path: string, payload: object = {}) => ask('POST', path, payload),
  };
}
