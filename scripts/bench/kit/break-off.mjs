import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const AT_ONCE = 50;

/** Cuts `count` connections in the middle of what `requestOf(number)` has them ask; some at once, some after a few milliseconds. */
export async function breakOff(port, count, requestOf) {
  for (let done = 0; done < count; done += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        const number = done + index;
        const socket = net.connect({ port, host: '127.0.0.1' });
        socket.on('error', () => undefined);
        await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
        socket.write(requestOf(number));
        await sleep(number % 20);
        socket.resetAndDestroy();
      }),
    );
  }
}
