import { writeFileSync } from 'node:fs';

/** A Jest reporter that leaves the paths of the files that failed, as JSON, in the file that NHIP_FAILED_FILES names. */
export default class FailedFiles {
  onRunComplete(_contexts, results) {
    if (!process.env.NHIP_FAILED_FILES) return;
    const failed = results.testResults.filter((file) => file.failureMessage || file.testExecError);
    writeFileSync(process.env.NHIP_FAILED_FILES, JSON.stringify(failed.map((file) => file.testFilePath)));
  }
}
