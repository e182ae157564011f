import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openSource } from '../kit/source.mjs';

/** What the page of a report works out without a page: what is sent when, what is pasted where. */
export async function fillModelChecks({ check }) {
  const { load, close } = await openSource();
  try {
    const { ReportStore } = await load('fill/report-store.ts');
    const { changeOf, givenAt, withGiven } = await load('fill/places.ts');
    const { newLine, pasted, recordsOf, withText } = await load('fill/list-lines.ts');
    const { readTable } = await load('editor/model/table-text.ts');
    const { ApiProblem } = await load('api/client.ts');

    const turns = async (count) => {
      for (let turn = 0; turn < count; turn += 1) await null;
    };
    const value = (text) => ({ state: 'value', value: text });
    const place = fc.oneof(
      fc.record({ kind: fc.constant('cell'), row: fc.constantFrom('a', 'b'), measure: fc.constantFrom('x', 'y') }),
      fc.record({ kind: fc.constant('text'), form: fc.constant('m1'), section: fc.constantFrom('one', 'two') }),
      fc.record({ kind: fc.constant('list'), form: fc.constant('m4') }),
    );
    const answer = fc.tuple(place, fc.integer({ min: 1, max: 99 })).map(([at, number]) => ({
      place: at,
      given: { cell: value(`${number}`), text: `chữ ${number}`, list: [{ name: `dòng ${number}` }] }[at.kind],
    }));

    /** A server with one report: it refuses a revision that is not the newest, and whatever is 13. */
    const startServer = () => {
      const server = { revision: 0, answers: { cells: {}, records: {}, sections: {} }, down: false };
      const take = (one) => {
        server.answers = withGiven(server.answers, [one]);
        server.revision += 1;
      };
      const report = () => ({
        ...{ obligation: 'o', revision: server.revision, answers: structuredClone(server.answers), forms: [] },
        changed: { by: 'Lê Văn Tùng', at: '2027-06-25T02:00:00Z' },
      });
      const fail = (status, code, body) => {
        throw new ApiProblem(status, code, 'không được', body);
      };
      const write = async (_obligation, { revision, cells = {}, records = {}, sections = {} }) => {
        if (server.down) fail(0, 'network');
        if (revision !== server.revision) fail(409, 'reports.changed-meanwhile');
        const wrong = Object.entries(cells).flatMap(([row, measures]) =>
          Object.entries(measures).flatMap(([measure, cell]) =>
            cell?.value === '13' ? [{ code: 'thirteen', path: { form: 'm3', row, measure }, message: 'số 13' }] : [],
          ),
        );
        if (wrong.length > 0) fail(422, 'reports.wrong-answers', { issues: wrong });
        for (const [row, measures] of Object.entries(cells)) {
          server.answers.cells[row] = { ...server.answers.cells[row], ...measures };
        }
        Object.assign(server.answers.records, records);
        Object.assign(server.answers.sections, sections);
        server.revision += 1;
        const { revision: kept } = server;
        await turns(8);
        return { revision: kept };
      };
      const read = async () => (server.down ? fail(0, 'network') : report());
      return Object.assign(server, { take, report, write, read });
    };
    const startPage = (server, memory) => {
      const kept = { read: () => structuredClone(memory.kept), write: (all) => (memory.kept = structuredClone(all)) };
      return new ReportStore(server.report(), server, kept);
    };

    const step = fc.oneof(
      fc.record({ do: fc.constant('answer'), one: answer }),
      fc.record({ do: fc.constant('other'), one: answer }),
      fc.record({ do: fc.constantFrom('begin', 'send', 'down', 'up', 'reload') }),
    );

    await check(
      'reports: whatever is answered is on the server, waits, is refused with a reason, or is asked about',
      () =>
        fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
            const server = startServer();
            const memory = { kept: [] };
            let page = startPage(server, memory);
            const mine = new Map();
            for (const now of steps) {
              if (now.do === 'answer') {
                page.answer(now.one.place, now.one.given);
                mine.set(JSON.stringify(now.one.place), now.one);
              }
              if (now.do === 'other') {
                server.take(now.one);
                mine.delete(JSON.stringify(now.one.place));
              }
              if (now.do === 'down') server.down = true;
              if (now.do === 'up') server.down = false;
              // What is answered next is answered while this is on its way.
              if (now.do === 'begin') {
                void page.settled();
                await turns(3);
              }
              if (now.do === 'send') await page.settled();
              // The page is closed in the middle; what it had not sent is in the browser.
              if (now.do === 'reload') {
                page.stop();
                await page.settled();
                page = startPage(server, memory);
              }
            }
            server.down = false;
            for (let turn = 0; turn < 3; turn += 1) await page.settled();
            page.stop();
            for (const { place: at, given } of mine.values()) {
              const there = JSON.stringify(givenAt(server.answers, at)) === JSON.stringify(given);
              const refused = page.saved(at).saving === 'refused';
              const asked = page.state.conflicts.some(
                (one) => JSON.stringify([one.place, one.mine]) === JSON.stringify([at, given]),
              );
              assert.ok(there || refused || asked, `lost: ${JSON.stringify({ at, given })}`);
            }
          }),
          { numRuns: 300 },
        ),
    );

    await check("reports: a change names no cell but those answered, and keeps a form's other texts", () => {
      fc.assert(
        fc.property(fc.array(answer, { maxLength: 6 }), fc.array(answer, { maxLength: 6 }), (before, after) => {
          const stood = withGiven({ cells: {}, records: {}, sections: {} }, before);
          const { cells = {}, sections = {} } = changeOf(
            stood,
            after.map((one) => ({ ...one, base: null })),
          );
          const named = Object.entries(cells).flatMap(([row, all]) => Object.keys(all).map((key) => `${row} ${key}`));
          const wanted = after
            .filter(({ place: at }) => at.kind === 'cell')
            .map(({ place: at }) => `${at.row} ${at.measure}`);
          assert.deepEqual(new Set(named), new Set(wanted));
          for (const [form, texts] of Object.entries(sections)) {
            for (const key of Object.keys(stood.sections[form] ?? {})) assert.ok(texts[key], key);
          }
        }),
      );
    });

    const column = (key, type, more) => ({
      key,
      type,
      label: { vi: key },
      required: false,
      provenance: 'admin',
      ...more,
    });
    const columns = [
      column('name', 'text'),
      column('size', 'number'),
      column('kind', 'choice', { choices: [{ key: 'new', label: { vi: 'Khởi công mới' } }] }),
    ];
    const around = { today: '2027-06-25', locale: 'vi', say: (key) => key };
    const texts = { yes: 'Có', no: 'Không', unknownChoice: (typed) => `«${typed}»` };
    const read = (line, one, text) => withText(line, one, text, around, texts);

    await check(
      'lists: a pasted rectangle fills lines and adds those that are missing; what cannot be read is kept as typed',
      () => {
        const table = [
          ['Đường trục xã', '1.234,5', 'khoi cong moi'],
          ['Chợ', 'chưa rõ', 'sửa chữa', 'thừa'],
        ];
        const lines = pasted([newLine({ name: 'Cũ', size: '7' })], table, { line: 0, columns }, read);
        assert.deepEqual(recordsOf(lines), [{ name: 'Đường trục xã', size: '1234.5', kind: 'new' }, { name: 'Chợ' }]);
        assert.equal(lines[1].unread.kind.unclear.wrong, '«sửa chữa»');
        assert.equal(lines[1].unread.size.text, 'chưa rõ');
      },
    );

    await check(
      'lists: of ten thousand pasted lines none is taken, and one sentence says so; five thousand are',
      () => {
        const paste = (count, line = 0) => {
          const text = Array.from({ length: count }, (_, at) => `Dự án ${at}\t${at}\tKhởi công mới`).join('\n');
          return pasted([newLine({ name: 'Cũ' })], readTable(text), { line, columns }, read);
        };
        assert.equal(paste(10_000), undefined);
        assert.equal(paste(5000, 1), undefined);
        const lines = paste(5000);
        assert.equal(lines.length, 5000);
        assert.deepEqual(recordsOf(lines).at(-1), { name: 'Dự án 4999', size: '4999', kind: 'new' });
      },
    );
  } finally {
    await close();
  }
}
