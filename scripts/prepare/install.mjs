import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { isStamped, writeStamp } from './fingerprint.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { at } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { Refusal, say } from './say.mjs';

const STAMP = 'node_modules/.nhip-lock';

/** Installs the packages of package-lock.json where they are missing or others. Does nothing on a second call. */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  if (isStamped(STAMP, wanted)) return;
  await oneAtATime(async () => {
    if (isStamped(STAMP, wanted)) return;
    if (!isInstalled()) {
      mustBeWritable();
      say('Đang cài đặt các gói phần mềm, lần đầu mất khoảng một phút…');
      if ((await npm('ci', '--include=dev', '--include=optional', '--loglevel=error')) !== 0) {
        throw new Refusal(
          'Chưa cài đặt được các gói phần mềm, đề nghị kiểm tra kết nối mạng và dung lượng ổ đĩa rồi chạy lại / ' +
            'the packages could not be installed: check the network and the free disk space, then run again.',
        );
      }
    }
    writeStamp(STAMP, wanted);
  });
}

/** npm would say it in lines of its own, and we would blame the network. */
function mustBeWritable() {
  try {
    mkdirSync(at('node_modules'), { recursive: true });
    accessSync(at('node_modules'), constants.W_OK);
  } catch {
    throw new Refusal(
      `Không ghi được vào thư mục ${at('.')}, đề nghị chép phần mềm vào ổ đĩa ghi được rồi chạy lại / ` +
        'the folder of the program cannot be written to: copy it to a disk that can, then run again.',
    );
  }
}

/** Does node_modules hold what the lock file names? npm keeps a lock file of its own there, written last. */
function isInstalled() {
  if (!existsSync(at('node_modules/.package-lock.json'))) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(at('node_modules/.package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) =>
      folder === '' || (present[folder]?.version ?? (optional && version)) === version,
  );
}

function npm(...args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? runCommand(process.execPath, [script, ...args]) : runCommand('npm', args);
}
