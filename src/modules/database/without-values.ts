import type { Client, DatabaseError, Pool } from 'pg';

/** What PostgreSQL tells beside its sentence: whole rows, parameters, statements with what was written into them. */
const TELLING = ['detail', 'hint', 'where', 'internalQuery', 'internalPosition'] as const;

/**
 * Takes what people wrote out of a fault of the database, in place: its code, its sentence and the names of table, column and
 * constraint stay. Faults end up in logs, in `inbox.failure`, `job_run` and `message.detail`, where no text, telephone number
 * or address may stand.
 */
export function withoutValues(fault: DatabaseError): void {
  for (const name of TELLING) fault[name] = undefined;
  // Class 22, "data exception", quotes the value in the sentence itself: invalid input syntax for type uuid: "…".
  if (!fault.code?.startsWith('22')) return;
  const told = fault.message;
  fault.message = told.replace(/"[\s\S]*"/, '"…"');
  // The stack was written when the fault was made, with the sentence at its head.
  fault.stack = fault.stack?.replace(told, () => fault.message);
}

/** Every fault that comes over a connection of `pool` comes {@link withoutValues}, whoever asked and however. */
export function tellNoValues(pool: Pool): void {
  pool.on('connect', (client) => {
    const { connection } = client as Client & { connection: NodeJS.EventEmitter };
    // Before the driver's own listener, which hands the same fault to whoever waits for it.
    connection.prependListener('errorMessage', withoutValues);
  });
}
