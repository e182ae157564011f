import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type EntitySchema, type Options } from '@mikro-orm/postgresql';
import { Migration0001Foundation } from './migrations/0001-foundation.js';
import { Migration0002Forms } from './migrations/0002-forms.js';
import { Migration0003Passwords } from './migrations/0003-passwords.js';
import { Migration0004Files } from './migrations/0004-files.js';
import { Migration0005Occasions } from './migrations/0005-occasions.js';
import { Migration0006CalendarActs } from './migrations/0006-calendar-acts.js';
import { Migration0007Conferences } from './migrations/0007-conferences.js';
import { Migration0007Succession } from './migrations/0007-succession.js';
import { Migration0007Targets } from './migrations/0007-targets.js';
import { Migration0011Channels } from './migrations/0011-channels.js';
import { Migration0010Dialogs } from './migrations/0010-dialogs.js';
import { Migration0010FileReadings } from './migrations/0010-file-readings.js';
import { Migration0012People } from './migrations/0012-people.js';
import { Migration0013Annexes } from './migrations/0013-annexes.js';
import { Migration0014Difficulties } from './migrations/0014-difficulties.js';
import { Migration0015Tries } from './migrations/0015-tries.js';
import { Migration0016OneTimeTexts } from './migrations/0016-one-time-texts.js';
import { Migration0008Followups } from './migrations/0008-followups.js';
import { Migration0009Delivery } from './migrations/0009-delivery.js';
import { Migration0024Reasons } from './migrations/0024-reasons.js';
import { Migration0025RebaselineNotices } from './migrations/0025-rebaseline-notices.js';
import { Migration0026StatusReviews } from './migrations/0026-status-reviews.js';
import { Migration0027Groups } from './migrations/0027-groups.js';
import { Migration0028Processes } from './migrations/0028-processes.js';
import { Migration0030HeldRoles } from './migrations/0030-held-roles.js';
import { Migration0037NoticesPassedOver } from './migrations/0037-notices-passed-over.js';
import { Migration0038StatusAnswers } from './migrations/0038-status-answers.js';
import { Migration0040MovesTold } from './migrations/0040-moves-told.js';
import { Migration0041ExtensionsTakenBack } from './migrations/0041-extensions-taken-back.js';
import { Migration0039NumberedUnitQuestions } from './migrations/0039-numbered-unit-questions.js';
import { Migration0020HolidayImports } from './migrations/0020-holiday-imports.js';
import { Migration0023HolidayImportsTakenBack } from './migrations/0023-holiday-imports-taken-back.js';
import { tellNoValues } from './without-values.js';

/** MikroORM's settings for the database at `url`; `entities` are handed in by the rooms that own them. */
export function databaseOptions(from: { url: string; entities: EntitySchema[]; poolSize?: number }): Options {
  return defineConfig({
    clientUrl: from.url,
    entities: from.entities,
    // Tools, migrations and some processes of a split deployment know no entities.
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      tableName: 'schema_migration',
      migrationsList: [
        { name: '0001-foundation', class: Migration0001Foundation },
        { name: '0002-forms', class: Migration0002Forms },
        { name: '0003-passwords', class: Migration0003Passwords },
        { name: '0004-files', class: Migration0004Files },
        { name: '0005-occasions', class: Migration0005Occasions },
        { name: '0006-calendar-acts', class: Migration0006CalendarActs },
        { name: '0007-succession', class: Migration0007Succession },
        { name: '0007-conferences', class: Migration0007Conferences },
        { name: '0007-targets', class: Migration0007Targets },
        { name: '0011-channels', class: Migration0011Channels },
        { name: '0010-dialogs', class: Migration0010Dialogs },
        { name: '0010-file-readings', class: Migration0010FileReadings },
        { name: '0012-people', class: Migration0012People },
        { name: '0013-annexes', class: Migration0013Annexes },
        { name: '0008-followups', class: Migration0008Followups },
        { name: '0009-delivery', class: Migration0009Delivery },
        { name: '0014-difficulties', class: Migration0014Difficulties },
        { name: '0015-tries', class: Migration0015Tries },
        { name: '0020-holiday-imports', class: Migration0020HolidayImports },
        { name: '0023-holiday-imports-taken-back', class: Migration0023HolidayImportsTakenBack },
        { name: '0024-reasons', class: Migration0024Reasons },
        { name: '0025-rebaseline-notices', class: Migration0025RebaselineNotices },
        { name: '0026-status-reviews', class: Migration0026StatusReviews },
        { name: '0027-groups', class: Migration0027Groups },
        { name: '0028-processes', class: Migration0028Processes },
        { name: '0030-held-roles', class: Migration0030HeldRoles },
        { name: '0016-one-time-texts', class: Migration0016OneTimeTexts },
        { name: '0037-notices-passed-over', class: Migration0037NoticesPassedOver },
        { name: '0038-status-answers', class: Migration0038StatusAnswers },
        { name: '0039-numbered-unit-questions', class: Migration0039NumberedUnitQuestions },
        { name: '0040-moves-told', class: Migration0040MovesTold },
        { name: '0041-extensions-taken-back', class: Migration0041ExtensionsTakenBack },
      ],
      snapshot: false,
      allOrNothing: true,
    },
    // The queue keeps its tables in a schema of its own in the same database; a schema diff must never touch it.
    schemaGenerator: { ignoreSchema: ['bullmq'] },
    pool: { min: 1, max: from.poolSize ?? 8 },
    // Whoever gets no connection for so long is told, instead of waiting for ever.
    driverOptions: { connectionTimeoutMillis: 20_000, onPoolCreated: tellNoValues },
    // A mistyped name must be told, not made.
    ensureDatabase: false,
    ignoreUndefinedInQuery: false,
    forceUtcTimezone: true,
    debug: false,
    // The migrator announces itself on the console otherwise; our own log says what was applied.
    logger: () => {},
  });
}
