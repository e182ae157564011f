export * from './fault.js';
export * from './plain-date.js';
export * from './text.js';
