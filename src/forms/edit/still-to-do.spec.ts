import { describe, expect, it } from '@jest/globals';
import type { ShortForm } from '../definition/definition.js';
import type { Edit, Item } from './edit.js';
import { stillToDo } from './still-to-do.js';

const question = (key: string, vi: string): Item => ({
  key,
  label: { vi },
  type: 'text',
  required: false,
  provenance: 'x',
});
const form = {
  ...{ key: 'status', kind: 'short', template: 'status', title: { vi: 'Báo cáo nhanh' }, provenance: 'x' },
  questions: [question('state', 'Tình trạng')],
} as unknown as ShortForm;
const named = (to: string): Edit => {
  return { do: 'set', list: 'questions', key: 'state', field: 'label', from: { vi: 'Trước' }, to: { vi: to } };
};
const titled = (to: string): Edit => ({ do: 'set-form', field: 'title', from: null, to: { vi: to } });
const added = (item: Item): Edit => ({ do: 'add', list: 'questions', item, after: null });
const removed = (key: string): Edit => ({ do: 'remove', list: 'questions', item: question(key, 'x') });

describe('edits that are still to be done', () => {
  it('are not those whose wish stands already', () => {
    const done = [
      named('Tình trạng'),
      titled('Báo cáo nhanh'),
      added(question('state', 'Tình trạng')),
      removed('gone'),
    ];
    expect(stillToDo(form, done)).toEqual([]);
  });

  it('are all others, also those that somebody else got in the way of', () => {
    const open = [
      ...[
        named('Khác'),
        titled('Khác'),
        added(question('state', 'Khác')),
        added(question('new', 'Mới')),
        removed('state'),
      ],
      { do: 'set', list: 'questions', key: 'gone', field: 'label', from: null, to: { vi: 'x' } } as Edit,
    ];
    expect(stillToDo(form, open)).toEqual(open);
  });
});
