import { describe, expect, it } from '@jest/globals';
import { StartupProblem } from '../shared/index.js';
import { readSettings } from './settings.js';

describe('the settings', () => {
  it('have a default for everything a training start needs', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 3000, profile: 'hanoi-directive', role: 'all', training: true });
  });

  it('leave training as soon as a database is named', () => {
    expect(readSettings({ DATABASE_URL: 'postgres://db/nhip' }).training).toBe(false);
  });

  it('name every wrong variable at once and never show a value', () => {
    const read = () => readSettings({ PORT: 'hunter2', DATABASE_URL: 'mysql://u:hunter2@h/d', ROLE: 'hunter2' });
    expect(read).toThrow(StartupProblem);
    try {
      read();
    } catch (error) {
      const sentence = (error as Error).message;
      expect(sentence).toContain('PORT');
      expect(sentence).toContain('DATABASE_URL');
      expect(sentence).toContain('ROLE');
      expect(sentence).not.toContain('hunter2');
    }
  });

  it('ask for a database where the queue is on Redis or the roles are split', () => {
    expect(() => readSettings({ REDIS_URL: 'redis://q' })).toThrow(/DATABASE_URL is needed because REDIS_URL is set/);
    expect(() => readSettings({ ROLE: 'worker' })).toThrow(/DATABASE_URL is needed because ROLE is worker/);
  });

  it('take an empty variable as not set', () => {
    expect(readSettings({ DATABASE_URL: '', PUBLIC_URL: '' }).training).toBe(true);
  });

  it('take Zalo by webhook or not at all: its polling loses what a crash interrupts', () => {
    const zalo = { ZALO_BOT_TOKEN: 'x', ZALO_WEBHOOK_SECRET: 'bi-mat-01', PUBLIC_URL: 'https://nhip.example.vn' };
    expect(readSettings(zalo).zalo).toMatchObject({ perSecond: 5, writesFirst: true, fileHosts: expect.any(Array) });
    expect(() => readSettings({ ...zalo, ZALO_WEBHOOK_SECRET: '' })).toThrow(/ZALO_WEBHOOK_SECRET is needed/);
    expect(() => readSettings({ ...zalo, PUBLIC_URL: '' })).toThrow(/PUBLIC_URL is needed because ZALO_BOT_TOKEN/);
    expect(() => readSettings({ ...zalo, ZALO_WEBHOOK_SECRET: 'ngan' })).toThrow(/8 to 256 characters/);
  });

  it('send letters where a server and a sender are named, both or none', () => {
    const email = { SMTP_URL: 'smtps://nhip:mk@mail.example.vn', MAIL_FROM: 'Nhịp <nhip@example.vn>' };
    expect(readSettings(email).email).toEqual({ smtpUrl: email.SMTP_URL, from: email.MAIL_FROM });
    expect(() => readSettings({ SMTP_URL: email.SMTP_URL })).toThrow(/MAIL_FROM is needed because SMTP_URL is set/);
    for (const MAIL_FROM of ['nhip', 'a@b.vn, c@d.vn', 'a@b.vn\nBcc: c@d.vn']) {
      expect(() => readSettings({ ...email, MAIL_FROM })).toThrow(/MAIL_FROM must be an address/);
    }
  });

  it('believe no proxy unless one is named, and never all of them', () => {
    expect(readSettings({}).trustedProxies).toBeUndefined();
    const named = readSettings({ TRUSTED_PROXIES: '10.0.0.7, 172.18.0.0/16,::1' }).trustedProxies;
    expect(named).toEqual(['10.0.0.7', '172.18.0.0/16', '::1']);
    for (const TRUSTED_PROXIES of ['true', '*', '10.0.0.0/0', '10.0.0.0/33', '0.0.0.0/0', '::/0', 'proxy']) {
      expect(() => readSettings({ TRUSTED_PROXIES })).toThrow(/TRUSTED_PROXIES must be addresses/);
    }
  });
});
