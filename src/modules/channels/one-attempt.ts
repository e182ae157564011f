import http from 'node:http';
import https from 'node:https';
import { TLSSocket, type ConnectionOptions } from 'node:tls';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** The request has never left this machine: no connection stood. The other side cannot have acted on it. */
export class NotSent extends Error {}

/** What an adapter (grammY too) asks of a `fetch`. */
export interface Request {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Readable;
  /** grammY's own kind, not the platform's. */
  signal?: { aborted: boolean; addEventListener(type: 'abort', listener: () => void): void };
}

/** What they take from its answer. */
export interface Answer {
  status: number;
  /** Seconds, where the header names them. */
  retryAfter: number | undefined;
  json(): Promise<unknown>;
}

/**
 * A `fetch` for adapters that makes one attempt and tells, where it fails, whether the request can have arrived: it throws
 * {@link NotSent} when no connection stood yet, any other error when nobody knows. The address, which holds the bot's
 * token, is in no message. Connections are kept open; `close()` ends them.
 */
export function oneAttempt(tls: ConnectionOptions = {}) {
  // Idle connections go before the other side's patience ends: a request on a connection just closed is "unknown".
  const options = { keepAlive: true, timeout: 10_000 };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent({ ...options, ...tls }) };

  const attempt = (address: string, { method = 'GET', headers, body, signal }: Request = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const url = new URL(address);
      const agent = url.protocol === 'https:' ? agents['https:'] : agents['http:'];
      const request = (url.protocol === 'https:' ? https : http).request(url, { method, headers, agent });
      let connected = false;
      const fail = (error: Error) => reject(connected ? error : new NotSent(error.message, { cause: error }));
      request.on('socket', (socket: Socket) => {
        if (request.reusedSocket) connected = true;
        else socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => (connected = true));
      });
      request.on('error', fail);
      request.on('response', (response) => {
        read(response).then(
          (text) =>
            resolve({
              status: response.statusCode ?? 0,
              retryAfter: Number(response.headers['retry-after']) || undefined,
              json: async () => parse(text, response.statusCode),
            }),
          reject,
        );
      });
      const stop = () => request.destroy(new Error(connected ? 'no answer in time' : 'no connection in time'));
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop);
      if (body === undefined || typeof body === 'string') request.end(body);
      else body.on('error', (error) => request.destroy(error)).pipe(request);
    });
  return Object.assign(attempt, {
    close(): void {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  });
}

async function read(response: http.IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

function parse(text: string, status: number | undefined): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A gateway's page in the place of an answer.
    throw new Error(`the answer, HTTP ${status}, is no JSON`, { cause: error });
  }
}
