// A process that owns an embedded PostgreSQL on the folder named as argument, for tests that kill it.
import { startEmbeddedPostgres } from '../../src/modules/database/embedded/embedded-postgres.ts';

const server = await startEmbeddedPostgres(process.argv[2], { durable: process.argv[3] !== 'not-durable' });
process.send({ url: server.url, how: server.how });
