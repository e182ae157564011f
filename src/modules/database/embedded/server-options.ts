/** Enough for one process and whoever looks into the database beside it; each one costs memory. */
const CONNECTIONS = 60;

/**
 * How the embedded server is set: the whole product has to fit into 300 MB beside an application of about 160 MB, for
 * one machine and some dozen people. Durability stays as PostgreSQL ships it, except where a test says otherwise.
 */
export function serverOptions(port: number, durable: boolean, connections = CONNECTIONS): string[] {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // What an idle process keeps: small buffers, and no helpers that wait for work of a size we never have.
    shared_buffers: '32MB',
    work_mem: '4MB',
    maintenance_work_mem: '32MB',
    max_connections: connections,
    io_method: 'sync',
    autovacuum_max_workers: 1,
    max_worker_processes: 0,
    max_parallel_workers: 0,
    max_parallel_workers_per_gather: 0,
    max_parallel_maintenance_workers: 0,
    max_logical_replication_workers: 0,
    max_replication_slots: 0,
    max_wal_senders: 0,
    wal_level: 'minimal',
    min_wal_size: '32MB',
    max_wal_size: '256MB',
    huge_pages: 'off',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
