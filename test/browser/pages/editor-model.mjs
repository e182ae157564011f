import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openSource } from '../kit/source.mjs';

/** What the forms' editor works out without a page: numbers, pasted tables, edits and their undo, words of formulas. */
export async function editorModelChecks({ check }) {
  const { load, close } = await openSource();
  try {
    const { readNumber, showNumber } = await load('editor/model/number.ts');
    const { readTable, writeTable } = await load('editor/model/table-text.ts');
    const { applyEdits } = await load('editor/model/apply-edits.ts');
    const { planPaste } = await load('editor/model/paste.ts');
    const { fieldsOf } = await load('editor/model/fields.ts');
    const { readText, textOf } = await load('editor/model/cell-text.ts');
    const { rolledUp, rollUpOf, sidesOf } = await load('editor/model/aggregation.ts');
    const { optionsOf } = await load('editor/grid/cell-editors.tsx');
    const { editorTexts } = await load('texts/editor.ts');
    const { conditionInWords } = await load('editor/model/formula-words.ts');
    const { conditionOf } = await load('editor/model/check-recipes.ts');
    const { namesOf } = await load('editor/model/names.ts');
    const { alreadySo } = await load('editor/draft/already-so.ts');
    const { DraftStore } = await load('editor/draft/draft-store.ts');
    const { ApiProblem } = await load('api/client.ts');

    const canonical = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.stringMatching(/^([0-9]{0,5}[1-9])?$/))
      .map(([minus, whole, part]) => {
        const size = part === '' ? `${whole}` : `${whole}.${part}`;
        return minus && size !== '0' ? `-${size}` : size;
      });

    await check('numbers: what is shown in either notation is read as the same number', () => {
      fc.assert(
        fc.property(canonical, fc.constantFrom('vi', 'en'), (number, notation) => {
          assert.equal(readNumber(showNumber(number, notation), notation), number);
        }),
      );
    });

    await check(
      'numbers: Vietnamese notation comes first, another is understood where it can mean nothing else',
      () => {
        assert.equal(readNumber('1.234', 'vi'), '1234');
        assert.equal(readNumber('1.234,50', 'vi'), '1234.5');
        assert.equal(readNumber('12.5', 'vi'), '12.5');
        assert.equal(readNumber('1 234', 'vi'), '1234');
        assert.equal(readNumber('1234.567', 'vi'), '1234.567');
        for (const text of ['', 'abc', '1,2,3', '1e5', '--1', '1.23.456,7'])
          assert.equal(readNumber(text, 'vi'), undefined);
      },
    );

    await check('tables: what is copied is pasted as it was, with tabs, quotes and line breaks inside cells', () => {
      const cell = fc
        .string({ unit: fc.constantFrom('a', 'Đ', '"', '\t', '\n', ' ', 'ế') })
        .map((text) => text.normalize('NFC').trim());
      fc.assert(
        fc.property(
          fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
          (rows) => {
            assert.deepEqual(readTable(writeTable(rows)), rows);
          },
        ),
      );
      assert.deepEqual(readTable('một\thai\r\nba\tbốn\r\n'), [
        ['một', 'hai'],
        ['ba', 'bốn'],
      ]);
    });

    const row = (key, more = {}) => ({
      ...{ key, code: key, group: 'A', seq: 1, label: { vi: `Chỉ tiêu ${key}` }, unit: { code: '%', vi: '%' } },
      ...{ type: 'percent', decimals: 1, required: true, appliesTo: 'all', leadAgency: '', assignedDown: false },
      ...{ aggregation: { rule: 'none' }, direction: 'up', help: {}, provenance: 'added', ...more },
    });
    const form = (keys) => ({
      ...{ key: 'm3', template: 'M3', title: { vi: 'Biểu' }, provenance: '', kind: 'indicators' },
      groups: [
        { key: 'A', title: { vi: 'Kinh tế' } },
        { key: 'B', title: { vi: 'Xã hội' } },
      ],
      measures: [{ key: 'plan', label: { vi: 'Kế hoạch {N+1}' }, year: 1, sort: 'plan', required: true, asked: true }],
      rows: keys.map((key) => row(key)),
    });
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const place = fc.option(key, { nil: null });
    const edit = fc.oneof(
      fc.record({
        ...{ do: fc.constant('set'), list: fc.constant('rows'), key, field: fc.constantFrom('max', 'note') },
        ...{ from: fc.constant(null), to: fc.constantFrom(null, '1', '2') },
      }),
      key.chain((one) =>
        fc.record({
          ...{ do: fc.constant('add'), list: fc.constant('rows'), item: fc.constant(row(one)), after: place },
        }),
      ),
      key.chain((one) =>
        fc.record({ do: fc.constant('remove'), list: fc.constant('rows'), item: fc.constant(row(one)) }),
      ),
      fc
        .record({ do: fc.constant('move'), list: fc.constant('rows'), key, from: place, to: place })
        .filter((move) => move.to !== move.key),
    );

    await check('edits: whatever was done, its undo gives the form back, and redo what was done', () => {
      fc.assert(
        fc.property(fc.uniqueArray(key), fc.array(edit, { maxLength: 12 }), (keys, edits) => {
          const before = form(keys);
          const done = applyEdits(before, edits);
          const back = applyEdits(done.definition, done.undo);
          assert.deepEqual(back.definition, before);
          assert.deepEqual(applyEdits(back.definition, back.undo).definition, done.definition);
        }),
      );
    });

    await check('edits: a row that nobody touched stays the same object', () => {
      const before = form(['a', 'b']);
      const to = { do: 'set', list: 'rows', key: 'a', field: 'note', from: null, to: 'x' };
      const { definition } = applyEdits(before, [to]);
      assert.notEqual(definition.rows[0], before.rows[0]);
      assert.equal(definition.rows[1], before.rows[1]);
    });

    const audiences = [{ code: 'coastal', title: { vi: 'Ven biển', en: 'Coastal units' } }];
    const reading = (definition) => ({ definition, texts: editorTexts.vi, locale: 'vi', audiences });

    await check('cells: what a cell shows is read back as no change, for every column of the table', () => {
      const definition = form(['a']);
      for (const field of fieldsOf.rows) {
        const [member] = definition.rows;
        const read = readText(field, textOf(field, member, reading(definition)), member, reading(definition));
        assert.deepEqual(read, { ok: true, member }, field.name);
      }
    });

    await check('cells: a row applies to every unit or to those that the profile names, by name or by code', () => {
      const definition = form(['a']);
      const [member] = definition.rows;
      const field = fieldsOf.rows.find(({ name }) => name === 'appliesTo');
      const read = (text) => readText(field, text, member, reading(definition));
      assert.equal(textOf(field, { ...member, appliesTo: 'coastal' }, reading(definition)), 'Ven biển');
      for (const text of ['Ven biển', 'ven bien', 'coastal']) assert.equal(read(text).member.appliesTo, 'coastal');
      assert.equal(read('Mọi đơn vị').member.appliesTo, 'all');
      assert.deepEqual(read('Nông thôn'), { ok: false, fault: 'notInList' });
      const english = { ...reading(definition), texts: editorTexts.en, locale: 'en' };
      assert.deepEqual(
        optionsOf(field, english).map(({ text }) => text),
        ['Every unit', 'Coastal units'],
      );
    });

    await check('cells: the bounds of a date are shown and typed as days are written', () => {
      const definition = form(['a']);
      const member = { ...definition.rows[0], type: 'date', min: '2027-07-01' };
      const field = fieldsOf.rows.find(({ name }) => name === 'min');
      const read = (text) => readText(field, text, member, reading(definition));
      assert.equal(textOf(field, member, reading(definition)), '01/07/2027');
      assert.equal(read('01/07/2027').member, member);
      for (const text of ['5/8/2027', '05-08-2027', '5.8.2027', '2027-08-05']) {
        assert.equal(read(text).member.min, '2027-08-05');
      }
      for (const text of ['31/02/2027', 'tháng tám', '8/2027', '100']) {
        assert.deepEqual(read(text), { ok: false, fault: 'notADay' });
      }
      assert.match(editorTexts.vi.typed.notADay('31/02/2027'), /01\/07\/2027/);
    });

    await check('words: a condition says a choice by its name and a day as it is written', () => {
      const definition = form(['a', 'b']);
      Object.assign(definition.rows[0], { type: 'choice', choices: [{ key: 'good', label: { vi: 'Tốt' } }] });
      Object.assign(definition.rows[1], { type: 'date' });
      const say = (row, value) =>
        conditionInWords(
          { op: 'is', of: { op: 'cell', row }, value },
          namesOf(reading(definition)),
          editorTexts.vi.words,
          'vi',
        );
      assert.match(say('a', 'good'), /«Tốt»/);
      assert.match(say('b', '2027-07-01'), /«01\/07\/2027»/);
    });

    await check('rolling up: another way keeps the rows that were named, and begins with another row else', () => {
      const weighted = rolledUp({ rule: 'sum' }, 'weighted', 'b');
      assert.deepEqual(weighted, { rule: 'weighted', by: 'b' });
      const ratio = rolledUp({ rule: 'weighted', by: 'c' }, 'ratio', 'b');
      assert.deepEqual(ratio, { rule: 'ratio', numerator: 'b', denominator: 'c', previousYear: false });
      assert.equal(rollUpOf(rolledUp(ratio, 'growth', 'a')), 'growth');
      assert.deepEqual(rolledUp(ratio, 'mean', 'a'), { rule: 'mean' });
      assert.deepEqual(sidesOf(ratio), { numerator: 'b', denominator: 'c' });
    });

    await check('cells: a unit is the one that its words mean, whichever the form has so far', () => {
      const definition = form(['a']);
      const [row] = definition.rows;
      const member = { ...row, unit: { code: 'billion_VND', vi: 'Tỷ đồng' } };
      const field = fieldsOf.rows.find(({ kind }) => kind === 'unit');
      const unitOf = (text) => readText(field, text, member, reading(definition)).member.unit;
      assert.deepEqual(unitOf('triệu  đồng'), { code: 'million_VND', vi: 'triệu đồng' });
      assert.deepEqual(unitOf('tỉ đồng'), { code: 'billion_VND', vi: 'tỉ đồng' });
      assert.deepEqual(unitOf('Chuyến phà'), { code: 'chuyen-pha', vi: 'Chuyến phà' });
    });

    const paste = (definition, text, at) =>
      planPaste(readTable(text), { list: 'rows', fields: fieldsOf.rows, ...at }, reading(definition));

    await check('paste: a rectangle changes the rows below and adds the rest, with units and groups by name', () => {
      const definition = form(['a', 'b']);
      const text = 'Tên mới\txa hoi\t%\nTên hai\tKinh tế\tNghìn người\nTổng thu\tXã hội\tTỷ đồng';
      const plan = paste(definition, text, { row: 0, column: 1 });
      assert.deepEqual([plan.changed, plan.added, plan.faults], [2, 1, []]);
      const after = applyEdits(definition, plan.edits).definition.rows;
      assert.deepEqual(
        after.map(({ key: one, label, group }) => [one, label.vi, group]),
        [
          ['a', 'Tên mới', 'B'],
          ['b', 'Tên hai', 'A'],
          ['tong-thu', 'Tổng thu', 'B'],
        ],
      );
      assert.deepEqual(after[1].unit, { code: 'thousand_person', vi: 'Nghìn người' });
    });

    await check('paste: a cell that means nothing in its column is named, and changes nothing', () => {
      const definition = form(['a', 'b']);
      const plan = paste(definition, '1\tnhiều\n2\t3', { row: 0, column: 6 });
      assert.deepEqual(
        plan.faults.map(({ row: line, field, text, fault }) => [line, field.name, text, fault]),
        [[1, 'max', 'nhiều', 'notANumber']],
      );
      assert.equal(applyEdits(definition, plan.edits).definition.rows[0].max, undefined);
    });

    await check('paste: beyond five thousand rows nothing is done', () => {
      const plan = paste(form(['a']), 'x\n'.repeat(5001), { row: 0, column: 1 });
      assert.deepEqual([plan.tooMany, plan.edits], [true, []]);
    });

    await check('words: a check is said with the names of its rows', () => {
      const definition = form(['a', 'b']);
      const say = (recipe) =>
        conditionInWords(conditionOf(recipe, 'rows', 'a'), namesOf(reading(definition)), editorTexts.vi.words, 'vi');
      assert.equal(say({ sort: 'against', by: '<=', other: 'b' }), 'dòng «Chỉ tiêu a» ≤ dòng «Chỉ tiêu b»');
      assert.equal(
        say({ sort: 'sum', parts: ['b', 'a'] }),
        'tổng (dòng «Chỉ tiêu b» + dòng «Chỉ tiêu a») = dòng «Chỉ tiêu a»',
      );
      assert.equal(
        say({ sort: 'between', min: '-1000.5', max: '100' }),
        'dòng «Chỉ tiêu a» ≥ -1.000,5 và dòng «Chỉ tiêu a» ≤ 100',
      );
    });

    const found = { faults: [], differences: [], summary: '' };
    const begin = {
      ...found,
      base: 1,
      revision: 0,
      editors: [],
      checkedRevision: null,
      secondPersonNeeded: false,
      audiences,
    };
    const note = (of, from, to) => ({ do: 'set', list: 'rows', key: of, field: 'note', from, to });
    const storeWith = (answer, kept = []) => {
      const sent = [];
      const shelf = { edits: kept, read: () => shelf.edits, keep: (edits) => (shelf.edits = [...edits]) };
      const edit = async (edits, seen) => {
        sent.push(edits);
        return { ...found, revision: seen + 1, undo: [], refused: [], ...(await answer(edits, sent.length)) };
      };
      return { sent, shelf, store: new DraftStore({ ...begin, definition: form(['a', 'b']) }, { edit }, shelf) };
    };

    await check(
      'draft: edits show at once, are kept until the server has them, and go out together in order',
      async () => {
        const { sent, shelf, store } = storeWith(() => ({}));
        store.do([note('a', null, 'một')]);
        store.do([note('a', 'một', 'hai')]);
        assert.equal(store.state.definition.rows[0].note, 'hai');
        assert.equal(shelf.edits.length, 2);
        await store.settled();
        assert.deepEqual(sent, [[note('a', null, 'một'), note('a', 'một', 'hai')]]);
        assert.deepEqual([store.state.saving, shelf.edits], ['saved', []]);
        store.undo();
        assert.equal(store.state.definition.rows[0].note, 'một');
        await store.settled();
        assert.deepEqual(sent[1], [note('a', 'hai', 'một')]);
      },
    );

    await check('draft: what was not sent before the page was closed is sent when it opens again', async () => {
      const { sent, store } = storeWith(() => ({}), [note('b', null, 'còn lại')]);
      assert.equal(store.state.definition.rows[1].note, 'còn lại');
      await store.settled();
      assert.equal(sent.length, 1);
    });

    await check('draft: a server that is away keeps nothing back; the edits go when it answers', async () => {
      const { sent, store } = storeWith((_edits, turn) => {
        if (turn === 1) throw new ApiProblem(0, 'network', '');
        return {};
      });
      store.do([note('a', null, 'x')]);
      await assert.rejects(store.settled());
      assert.deepEqual([store.state.saving, store.state.waiting], ['unsent', 1]);
      await store.settled();
      assert.deepEqual([store.state.saving, store.state.waiting, sent.length], ['saved', 0, 2]);
    });

    await check('draft: a cell that somebody else changed is asked about, and mine can still hold', async () => {
      const theirs = applyEdits(form(['a', 'b']), [note('a', null, 'của họ')]).definition;
      const { sent, store } = storeWith((_edits, turn) =>
        turn > 1
          ? {}
          : {
              definition: theirs,
              refused: [{ index: 0, code: 'changed-meanwhile', text: '', now: 'của họ', by: 'Bình', at: null }],
            },
      );
      store.do([note('a', null, 'của tôi'), note('b', null, 'khác')]);
      await store.settled();
      assert.equal(store.state.definition.rows[0].note, 'của họ');
      assert.equal(store.state.conflicts.length, 1);
      // A batch is taken whole or not at all: what was not asked about goes again by itself.
      assert.deepEqual(sent[1], [note('b', null, 'khác')]);
      assert.equal(store.state.definition.rows[1].note, 'khác');
      store.settle(store.state.conflicts[0], 'mine');
      await store.settled();
      assert.deepEqual(sent[2], [note('a', 'của họ', 'của tôi')]);
      assert.deepEqual([store.state.definition.rows[0].note, store.state.conflicts], ['của tôi', []]);
    });

    await check('draft: an edit that was sent twice asks nobody anything', () => {
      const definition = applyEdits(form(['a', 'b']), [note('a', null, 'x')]).definition;
      assert.ok(alreadySo(note('a', null, 'x'), { now: 'x' }, definition));
      assert.ok(!alreadySo(note('a', null, 'y'), { now: 'x' }, definition));
      assert.ok(alreadySo({ do: 'remove', list: 'rows', item: row('z') }, { now: null }, definition));
      assert.ok(
        alreadySo({ do: 'add', list: 'rows', item: definition.rows[1], after: null }, { now: null }, definition),
      );
      assert.ok(alreadySo({ do: 'move', list: 'rows', key: 'b', from: null, to: 'a' }, { now: null }, definition));
    });
  } finally {
    await close();
  }
}
