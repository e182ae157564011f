// `npm run record`: plays the recorded conversations and writes what is said now. Read the diff before you commit it.
process.env.NHIP_RECORD = 'yes';
process.argv.splice(2, Infinity, 'test/conversations/recorded.e2e-spec.ts', ...process.argv.slice(2));
await import('./test.mjs');
