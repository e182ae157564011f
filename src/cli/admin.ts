import 'reflect-metadata';
import { createApp } from '../http.js';
import { OneTimeService } from '../modules/access/index.js';
import { migrate } from '../modules/database/index.js';
import { readSettings } from '../modules/settings/index.js';
import { MESSAGES, type Messages, Problem, StartupProblem } from '../modules/shared/index.js';
import { type AdminCommand, type Office, WrongUse } from './admin/command.js';
import { commands } from './admin/commands.js';

/** `npm run admin`: the acts of an administrator from the shell, each a file of admin/. */
async function admin([name, ...args]: string[]): Promise<string> {
  const command = commands.find((known) => known.name === name);
  if (!command) throw new StartupProblem(commands.map(usageOf).join('\n'));
  const settings = readSettings(process.env);
  if (!settings.databaseUrl) throw new StartupProblem('Đặt DATABASE_URL trước / set DATABASE_URL first.');
  await migrate(settings.databaseUrl);
  // Nothing is served and no job runs here.
  const app = await createApp({ settings: { ...settings, role: 'web' }, databaseUrl: settings.databaseUrl });
  const of: Office['of'] = (service) => app.get(service, { strict: false });
  const link = async (person: string) =>
    `${settings.publicUrl ?? `http://localhost:${settings.port}`}/dang-nhap#${await of(OneTimeService).signInSecret(person)}`;
  try {
    return await command.run(args, { settings, of, link });
  } catch (error) {
    if (error instanceof WrongUse) {
      throw new StartupProblem(`${error.reason === undefined ? '' : `${error.reason}\n`}${usageOf(command)}`);
    }
    if (!(error instanceof Problem)) throw error;
    const messages = app.get<Messages>(MESSAGES, { strict: false });
    throw new StartupProblem(
      (['vi', 'en'] as const).map((locale) => messages.t(locale, error.code, error.params)).join(' / '),
    );
  } finally {
    await app.close();
  }
}

const usageOf = ({ name, usage, says }: AdminCommand): string => `npm run admin -- ${name} ${usage}\n  ${says}`;

try {
  process.stdout.write(`${await admin(process.argv.slice(2))}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error && error.name === 'StartupProblem' ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
