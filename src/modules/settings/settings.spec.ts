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
});
