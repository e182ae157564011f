import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Says where the databases of this run will be. With TEST_DATABASE_URL (and TEST_REDIS_URL) on those servers, else on an
 * embedded PostgreSQL that the first suite in need of one starts. A guardian outside removes it all when we are gone,
 * however that happens.
 */
export default function globalSetup() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nhip-test-'));
  // The embedded server may run as another user than we do.
  chmodSync(folder, 0o755);
  process.env.NHIP_TEST_FOLDER = folder;
  process.env.NHIP_TEST_RUN = `nhip_test_${process.pid}_${Date.now().toString(36)}`;
  if (process.env.TEST_DATABASE_URL) process.env.NHIP_TEST_ADMIN_URL = process.env.TEST_DATABASE_URL;
  if (process.env.TEST_REDIS_URL) process.env.NHIP_TEST_REDIS_URL = process.env.TEST_REDIS_URL;

  const guardian = spawn(process.execPath, [path.join(import.meta.dirname, 'guardian.mjs')], {
    detached: true,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  guardian.unref();
  guardian.stdin.unref();
  globalThis.nhipGuardian = guardian;
}
