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
    this.replacing = [];
    this.ready = [];
    this.offsetMs = 0;
    this.endedByThemselves = 0;
  }

  async fill() {
    for (let place = 0; place < this.size; place += 1) await this.replace(place);
  }

  /**
   * `kill -9` of the one at this place, `afterMs` after it has begun, or after it has planned and begun to send; another one
   * takes the place at once.
   */
  async kill(place, after, afterMs) {
    for (;;) {
      await this.replacing[place];
      const one = this.working[place];
      await one[after];
      await sleep(afterMs);
      if (one.gone) continue;
      one.dismissed = true;
      one.child.kill('SIGKILL');
      return this.replace(place);
    }
  }

  /** One at a time for each place, whoever asks: nobody may work whom we have lost sight of. */
  replace(place) {
    this.replacing[place] ??= this.hire(place).then((other) => {
      this.working[place] = other;
      this.replacing[place] = undefined;
      return other.gone ? this.replace(place) : undefined;
    });
    return this.replacing[place];
  }

  setClock(instant) {
    this.jump(instant.getTime() - Date.now() - this.offsetMs);
  }

  jump(ms) {
    this.offsetMs += ms;
    for (const { child } of this.working) tell(child, { offsetMs: this.offsetMs });
  }

  async hire(place) {
    while (this.ready.length < 2) this.ready.push(this.recruit());
    const recruit = this.ready.shift();
    await recruit.isReady;
    tell(recruit.child, { offsetMs: this.offsetMs });
    tell(recruit.child, { begin: this.given });
    recruit.begun = Promise.race([once(recruit.child, 'message'), recruit.ended]);
    recruit.swept = Promise.race([recruit.begun.then(() => once(recruit.child, 'message')), recruit.ended]);
    void recruit.ended.then(() => {
      recruit.gone = true;
      if (recruit.dismissed) return;
      // Whoever runs it in earnest starts it again.
      this.endedByThemselves += 1;
      void this.replace(place);
    });
    return recruit;
  }

  recruit() {
    const child = fork(new URL('worker.mjs', import.meta.url), [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    return { child, isReady: once(child, 'message'), ended: once(child, 'exit'), dismissed: false, gone: false };
  }

  async dismiss() {
    await Promise.all(this.replacing);
    const all = [...this.working, ...this.ready];
    for (const one of all) {
      one.dismissed = true;
      one.child.kill('SIGKILL');
    }
    await Promise.all(all.map(({ ended }) => ended));
  }
}

/** One that ended by itself a moment ago hears nothing: whoever takes its place is told what time it is when it begins. */
function tell(child, message) {
  child.send(message, () => {});
}
