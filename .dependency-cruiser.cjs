// The table of rooms of docs/architecture.md, kept true: who may import whom, and only through index.ts.

/** The rooms each room may import; with them come the rooms that those may import (docs/adr/0004-rooms.md). */
const named = {
  units: ['forms'],
  access: ['units'],
  wording: ['access'],
  definitions: ['forms', 'access'],
  outbox: ['units'],
  calendar: ['units', 'definitions', 'outbox'],
  reports: ['forms', 'calendar', 'outbox'],
  questions: ['units', 'access', 'calendar', 'outbox'],
  rollups: ['reports'],
  followups: ['calendar', 'reports', 'questions', 'outbox', 'wording'],
  people: ['units', 'access', 'outbox', 'calendar', 'followups'],
  profiles: ['forms', 'units', 'definitions', 'calendar', 'followups', 'people'],
  conversations: [
    'units',
    'access',
    'people',
    'calendar',
    'reports',
    'questions',
    'followups',
    'exchange',
    'outbox',
    'forms',
  ],
  channels: ['conversations', 'outbox'],
  exchange: ['reports', 'rollups', 'definitions', 'people'],
  editing: ['definitions', 'reports', 'followups', 'conversations', 'exchange'],
};
const reach = (room) => [...new Set((named[room] ?? []).flatMap((other) => [other, ...reach(other)]))];
const rooms = Object.fromEntries(Object.keys(named).map((room) => [room, reach(room)]));
/** Rooms that every room above them may import. */
const ground = { shared: [], settings: ['shared'], database: ['shared'] };
/** Rooms and files at the top, which may import any room. */
const top = '^src/(modules/operations|jobs|cli|http)/|^src/[^/]+\\.ts$';

const spec = '\\.(spec|e2e-spec)\\.ts$';
const folder = (room) => (room === 'forms' ? '^src/forms/' : `^src/modules/${room}/`);

const table = Object.entries({ ...rooms, ...ground }).map(([room, others]) => ({
  name: `room-${room}`,
  comment: `${room} imports ${[...others, ...(room in ground ? [] : Object.keys(ground))].join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: folder(room) },
  to: {
    path: '^src/',
    pathNot: [room, ...others, ...(room in ground ? [] : Object.keys(ground))].map(folder),
  },
}));

/** npm packages that one room has to itself. */
const owned = (name, owner, packages) => ({
  name,
  comment: `Only ${owner} imports it.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^${owner}/` },
  to: { path: `(^|/)node_modules/(${packages})(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...table,
    {
      name: 'room-unknown',
      comment: 'A new room needs a row in the table of rooms.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [top, '^src/forms/', `^src/modules/(${Object.keys({ ...rooms, ...ground }).join('|')})/`],
      },
      to: {},
    },
    {
      name: 'room-forms',
      comment: 'The form engine is pure: it imports nothing of the rest of the house.',
      severity: 'error',
      from: { path: '^src/forms/' },
      to: { path: '^src/', pathNot: '^src/forms/' },
    },
    {
      name: 'forms-are-pure',
      comment: 'No files, network, processes or framework in the form engine.',
      severity: 'error',
      from: { path: '^src/forms/', pathNot: spec },
      to: { path: '(^|/)node_modules/(@nestjs|@mikro-orm|pg|bullmq|ioredis|pino)(/|$)' },
    },
    {
      name: 'forms-touch-no-machine',
      comment: 'No files, network or processes in the form engine.',
      severity: 'error',
      from: { path: '^src/forms/', pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-through-index',
      comment: 'A room is entered by its index.ts.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'only-through-index-from-top',
      comment: 'A room is entered by its index.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/modules/' },
      to: { path: '^src/modules/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'forms-only-through-index',
      comment: 'The form engine is entered by its index.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/forms/' },
      to: { path: '^src/forms/', pathNot: '^src/forms/index\\.ts$' },
    },
    {
      name: 'nobody-imports-jobs',
      comment: 'A job calls a service; no service knows of jobs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(jobs|cli)/|^src/[^/]+\\.ts$' },
      to: { path: '^src/jobs/' },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'Only specs import what is under test/ or other specs.',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { path: ['^test/', spec] },
    },
    {
      name: 'no-development-packages-in-the-product',
      comment: 'In production only "dependencies" are installed.',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
    {
      name: 'web-knows-only-the-api',
      comment:
        'The browser side meets the server over HTTP only, and shares the pure form engine with it (docs/adr/0006).',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|test)/', pathNot: '^src/forms/index\\.ts$' },
    },
    owned('grammy-in-telegram', 'src/modules/channels/telegram', 'grammy|@grammyjs/.+'),
    owned('nodemailer-in-email', 'src/modules/channels/email', 'nodemailer'),
    owned('bullmq-in-jobs', 'src/jobs', 'bullmq'),
    owned('exceljs-in-exchange', 'src/modules/exchange', 'exceljs'),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      // What the build itself makes: not there in a fresh copy.
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^([.][.]/)+dist/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
