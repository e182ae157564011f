import { StartupProblem } from '../../shared/index.js';

/** Turns what the file system or PostgreSQL complained about into one sentence that says what to do. */
export function explain(dir: string, error: unknown): StartupProblem {
  if (error instanceof StartupProblem) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const text = `${code ?? ''} ${message}`;
  if (/ENOSPC|EDQUOT|No space left|Disk quota|Check free disk space/i.test(text)) {
    return new StartupProblem(
      `Ổ đĩa chứa thư mục dữ liệu ${dir} đã đầy, đề nghị giải phóng dung lượng rồi khởi động lại / ` +
        'the disk of the data folder is full: free some space and start again.',
      { cause: error },
    );
  }
  if (/EROFS|EACCES|EPERM|ENOENT|ENOTDIR|Read-only file system|Permission denied|wrong ownership/i.test(text)) {
    return new StartupProblem(
      `Không ghi được vào thư mục dữ liệu ${dir}, đề nghị cấp quyền ghi hoặc đặt biến DATA_DIR sang thư mục khác / ` +
        'the data folder cannot be written: allow writing or set DATA_DIR to another folder.',
      { cause: error },
    );
  }
  return new StartupProblem(
    `Cơ sở dữ liệu đi kèm không khởi động được, chi tiết ở tệp server.log trong ${dir} / ` +
      `the bundled PostgreSQL did not start, see server.log there: ${firstComplaint(message)}`,
    { cause: error },
  );
}

/** The line of PostgreSQL's log that says why, else the last one. */
function firstComplaint(log: string): string {
  const lines = log.trim().split('\n');
  return lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? '';
}
