import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { packageRoot, StartupProblem } from '../shared/index.js';

const token = z.string().min(1).optional();
const url = z.url({ error: 'must be a full address such as https://nhip.example.vn' });
const webhookSecret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,256}$/, { error: 'must be 1 to 256 characters of A-Z a-z 0-9 _ -' })
  .optional();
/** Addresses or networks, with commas between them. "All" is not offered: it would let everybody say where they come from. */
const proxies = z
  .string()
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine((all) => all.every(isNetwork), {
    error: 'must be addresses such as 10.0.0.7 or networks such as 10.0.0.0/24 with commas between them',
  });
const perSecond = z.coerce.number({ error: 'must be a number' }).positive({ error: 'must be more than 0' }).max(1000);

const environment = z
  .object({
    PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65535).default(3000),
    DATA_DIR: z.string().min(1).default(path.join(packageRoot, 'data')),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgres://' })
      .optional(),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, { error: 'must begin with redis://' })
      .optional(),
    PUBLIC_URL: url.optional(),
    TRUSTED_PROXIES: proxies.optional(),
    PROFILE: z
      .string()
      .regex(/^[a-z0-9-]+$/, { error: 'must be the name of a folder in config/profiles: a-z, 0-9 and -' })
      .default('hanoi-directive'),
    ROLE: z.enum(['all', 'web', 'worker'], { error: 'must be all, web or worker' }).default('all'),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
        error: 'must be fatal, error, warn, info, debug or silent',
      })
      .default('warn'),
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: url.optional(),
    TELEGRAM_WEBHOOK_SECRET: webhookSecret,
    ZALO_BOT_TOKEN: token,
    ZALO_API_ROOT: url.optional(),
    ZALO_WEBHOOK_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9_-]{8,256}$/, { error: 'must be 8 to 256 characters of A-Z a-z 0-9 _ -' })
      .optional(),
    // What Zalo's documents leave open (docs/channels.md).
    ZALO_PER_SECOND: perSecond.default(5),
    ZALO_PER_CHAT_PER_SECOND: perSecond.default(1),
    ZALO_WRITES_FIRST: z.enum(['yes', 'no'], { error: 'must be yes or no' }).default('yes'),
    ZALO_FILE_HOSTS: z
      .string()
      .regex(/^[a-z0-9.-]+(,[a-z0-9.-]+)*$/, { error: 'must be names of hosts with commas between them' })
      .default('zdn.vn,zadn.vn,zaloplatforms.com'),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/./, { error: 'must begin with smtp:// or smtps://' })
      .refine((value) => URL.canParse(value), { error: 'must be a full address such as smtps://user:password@host' })
      .optional(),
    MAIL_FROM: z
      .string()
      .regex(/^([^<>@\p{Cc}"]+<)?[^\s<>@\p{Cc}]+@[A-Za-z0-9.-]+>?$/u, {
        error: 'must be an address, or a name and an address: Nhịp <nhip@example.vn>',
      })
      .optional(),
  })
  .superRefine((env, context) => {
    const needs = (name: keyof typeof env, other: keyof typeof env) => {
      if (env[name] && !env[other]) {
        context.addIssue({ code: 'custom', path: [other], message: `is needed because ${name} is set` });
      }
    };
    needs('REDIS_URL', 'DATABASE_URL');
    needs('TELEGRAM_WEBHOOK_SECRET', 'TELEGRAM_BOT_TOKEN');
    needs('ZALO_WEBHOOK_SECRET', 'ZALO_BOT_TOKEN');
    // Zalo's polling loses what a crash interrupts: it comes in by webhook or not at all.
    needs('ZALO_BOT_TOKEN', 'ZALO_WEBHOOK_SECRET');
    needs('ZALO_BOT_TOKEN', 'PUBLIC_URL');
    needs('SMTP_URL', 'MAIL_FROM');
    needs('MAIL_FROM', 'SMTP_URL');
    if (env.ROLE !== 'all') {
      // Processes that share nothing but a data folder cannot find each other.
      if (!env.DATABASE_URL) {
        context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message: `is needed because ROLE is ${env.ROLE}` });
      }
    }
  });

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** The whole configuration of one process, frozen. Nothing else reads the environment. */
export interface Settings {
  port: number;
  dataDir: string;
  databaseUrl?: string;
  redisUrl?: string;
  publicUrl?: string;
  /** Addresses of the proxies in front, whose word on where a request comes from is believed; none by default. */
  trustedProxies?: string[];
  profile: string;
  role: 'all' | 'web' | 'worker';
  logLevel: string;
  /** True where neither a database nor a queue was named: embedded parts, training cast, training clock. */
  training: boolean;
  telegram?: { token: string; apiRoot?: string; webhookSecret?: string };
  zalo?: {
    token: string;
    apiRoot?: string;
    webhookSecret: string;
    perSecond: number;
    perChatPerSecond: number;
    writesFirst: boolean;
    fileHosts: readonly string[];
  };
  email?: { smtpUrl: string; from: string };
}

export const SETTINGS = Symbol('settings');

/**
 * Reads the settings from an environment. Throws one {@link StartupProblem} that names every wrong setting with its
 * reason and never shows a value.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  // An empty variable is what a shell or a compose file leaves for "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const reasons = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new StartupProblem(
      `Cấu hình chưa đúng, đề nghị sửa các biến sau rồi khởi động lại / wrong settings: ${reasons.join('; ')}`,
    );
  }
  const e = parsed.data;
  return Object.freeze({
    port: e.PORT,
    dataDir: path.resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    publicUrl: e.PUBLIC_URL?.replace(/\/$/, ''),
    trustedProxies: e.TRUSTED_PROXIES,
    profile: e.PROFILE,
    role: e.ROLE,
    logLevel: e.LOG_LEVEL,
    training: !e.DATABASE_URL && !e.REDIS_URL,
    telegram: e.TELEGRAM_BOT_TOKEN
      ? { token: e.TELEGRAM_BOT_TOKEN, apiRoot: e.TELEGRAM_API_ROOT, webhookSecret: e.TELEGRAM_WEBHOOK_SECRET }
      : undefined,
    zalo:
      e.ZALO_BOT_TOKEN && e.ZALO_WEBHOOK_SECRET
        ? {
            token: e.ZALO_BOT_TOKEN,
            apiRoot: e.ZALO_API_ROOT,
            webhookSecret: e.ZALO_WEBHOOK_SECRET,
            perSecond: e.ZALO_PER_SECOND,
            perChatPerSecond: e.ZALO_PER_CHAT_PER_SECOND,
            writesFirst: e.ZALO_WRITES_FIRST === 'yes',
            fileHosts: e.ZALO_FILE_HOSTS.split(','),
          }
        : undefined,
    email: e.SMTP_URL && e.MAIL_FROM ? { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM } : undefined,
  });
}
