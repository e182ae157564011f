/** Where the time comes from. Everything that decides takes `now` as a value; only the edge asks a clock. */
export interface Clock {
  now(): Date;
}

/** Token of the clock of the plan: what is due, late, said and sent. In training it can be moved. */
export const CLOCK = Symbol('clock');

/** Token of the real time: how long sign-ins and codes are good. Never moved, or training would sign everybody out. */
export const WALL_CLOCK = Symbol('wall clock');

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that runs at the normal pace from another day: for training. It only ever moves forward. */
export class TrainingClock implements Clock {
  constructor(private offsetMs = 0) {}

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** How far this clock is from the real one, in milliseconds. */
  get offset(): number {
    return this.offsetMs;
  }

  setOffset(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }

  /** Makes it `instant` now. */
  set(instant: Date): void {
    this.offsetMs = instant.getTime() - Date.now();
  }
}
