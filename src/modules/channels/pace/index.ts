export { Pace } from './pace.js';
export type { Limit } from './book-slots.js';
export type { PaceStore } from './pace-store.js';
export { SharedPaceStore } from './shared-pace-store.js';
