export * from './clock.js';
export * from './fault.js';
export * from './ids.js';
export * from './messages.js';
export * from './package-root.js';
export * from './plain-date.js';
export * from './problem.js';
export * from './text.js';
