import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Messages, packageRoot } from '../shared/index.js';
import { actionKey, kindOf } from './audit-kinds.js';

/** The calls of `audit.note` in a source file, as they are written. */
function notesIn(source: string): string[] {
  return [...source.matchAll(/audit\s*\.note\(/g)].map(({ index }) => {
    let open = 0;
    for (let at = source.indexOf('(', index); at < source.length; at += 1) {
      if (source[at] === '(') open += 1;
      if (source[at] === ')') open -= 1;
      if (open === 0) return source.slice(index, at);
    }
    throw new Error('a call without its end');
  });
}

/** The actions that a call may note: everything in quotes after `action:`, a choice between two included. */
function actionsIn(note: string): string[] {
  const said = /\baction: ([^]*?),?\s+(?:subject|actor|details)\b/.exec(note)?.[1] ?? '';
  return [...said.replaceAll(/=== '[^']*'/g, '').matchAll(/'([^']+)'/g)].map(([, text]) => text!);
}

describe('the names of what the audit trail holds', () => {
  const messages = Messages.read(path.join(packageRoot, 'config/messages'));
  const files = readdirSync(path.join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => ({ file, source: readFileSync(path.join(packageRoot, 'src', file), 'utf8') }));
  const notes = files.flatMap(({ file, source }) =>
    notesIn(source).map((note) => ({ file, actions: actionsIn(note) })),
  );

  it('are found wherever something is noted', () => {
    expect(notes.length).toBeGreaterThan(60);
    expect(notes.filter(({ actions }) => actions.length === 0)).toEqual([]);
    const writers = files.filter(({ source }) => /insert into audit_event/.test(source)).map(({ file }) => file);
    expect(writers).toEqual(['modules/access/audit.service.ts']);
  });

  it('stand in an area and have their words in both languages, whatever is noted anywhere', () => {
    const unnamed = notes.flatMap(({ file, actions }) =>
      actions.flatMap((action) =>
        kindOf(action) !== 'other' && messages.has('vi', actionKey(action)) && messages.has('en', actionKey(action))
          ? []
          : `${file}: ${action}`,
      ),
    );
    expect(unnamed).toEqual([]);
  });
});
