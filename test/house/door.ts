import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { House } from './house.js';

/** The public address of the product: passes what messengers call on to it. */
export class Door {
  house?: House;
  private readonly server = http.createServer((request, response) => void this.pass(request, response));

  /** Opens it; gives its address. */
  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async pass(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { url, headers } = request;
    const answer = await this.house!.app.inject({ method: 'POST', url, headers, payload: Buffer.concat(chunks) });
    response.writeHead(answer.statusCode).end(answer.body);
  }
}
