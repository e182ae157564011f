import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** The processes at work, and those that stand ready to take the place of a killed one. */
export class Crew {
  /** @param {{ env: Record<string, string>, broken: boolean }} given what each process is told when it begins */
  constructor(size, given) {
    this.size = size;
    this.given = given;
    this.working = [];
    this.ready = [];
    this.offsetMs = 0;
    this.endedByThemselves = 0;
  }

  async fill() {
    while (this.working.length < this.size) this.working.push(await this.hire());
  }

  /**
   * `kill -9` of the one at this place, `afterMs` after it has begun, or after it has planned and begun to send; another one
   * takes the place at once.
   */
  async kill(place, after, afterMs) {
    for (let one; one !== this.working[place];) {
      one = this.working[place];
      await one[after];
    }
    await sleep(afterMs);
    const old = this.working[place];
    old.dismissed = true;
    old.child.kill('SIGKILL');
    this.working[place] = await this.hire();
  }

  setClock(instant) {
    this.jump(instant.getTime() - Date.now() - this.offsetMs);
  }

  jump(ms) {
    this.offsetMs += ms;
    for (const { child } of this.working) child.send({ offsetMs: this.offsetMs });
  }

  async hire() {
    while (this.ready.length < 2) this.ready.push(this.recruit());
    const recruit = this.ready.shift();
    await recruit.isReady;
    recruit.child.send({ offsetMs: this.offsetMs });
    recruit.child.send({ begin: this.given });
    const ended = once(recruit.child, 'exit');
    recruit.begun = Promise.race([once(recruit.child, 'message'), ended]);
    recruit.swept = Promise.race([recruit.begun.then(() => once(recruit.child, 'message')), ended]);
    recruit.child.on('exit', () => {
      if (recruit.dismissed) return;
      // Whoever runs it in earnest starts it again.
      this.endedByThemselves += 1;
      const place = this.working.indexOf(recruit);
      if (place !== -1) void this.hire().then((other) => (this.working[place] = other));
    });
    return recruit;
  }

  recruit() {
    const child = fork(new URL('worker.mjs', import.meta.url), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    return { child, isReady: once(child, 'message'), dismissed: false };
  }

  async dismiss() {
    for (const one of [...this.working, ...this.ready]) {
      one.dismissed = true;
      one.child.kill('SIGKILL');
    }
  }
}
