import { Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../api/client';
import { useRefresh } from '../api/refresh';
import { ChoiceField } from '../page/choice-field';
import { problemText } from '../page/problem-text';
import { TextInput } from '../people/text-input';
import { type LadderTexts, useLadderTexts } from '../texts/ladder';
import { useLanguage } from '../texts/texts';
import { type LadderFault, type LadderFile, type RungFile, useSaveDraft } from './queries';
import { RungAudienceFields } from './rung-audience-fields';
import { useReword, type WordedText } from '../wording/queries';
import { formOf, inOrder, rungOf, SORTS, type UnreadableFields, unreadable } from './rung-form';
import { RungMoreFields } from './rung-more-fields';
import { RungWhenFields } from './rung-when-fields';
import { RungWordsFields, type Words } from './rung-words-fields';

interface Given {
  ladder: LadderFile;
  revision: number;
  channels: readonly string[];
  /** The rung to change; one that does not stand in the ladder is new. */
  rung: RungFile;
  faults: readonly LadderFault[];
  lines: readonly WordedText[];
  names: ReadonlyMap<string, string>;
  close: () => void;
}

/** One rung with all that it may say, and its words. What was typed stays where the server refuses. */
export function RungDrawer({ ladder, revision, channels, rung, faults, lines, names, close }: Given) {
  const texts = useLadderTexts();
  const { locale, texts: house } = useLanguage();
  const { refresh } = useRefresh();
  const [form, setForm] = useState(() => formOf(rung));
  const [name, setName] = useState(names.get(rung.id) ?? '');
  const [words, setWords] = useState<Words>(() => wordsOf(rung.template, lines));
  const [said, setSaid] = useState(faults);
  const [tried, setTried] = useState(false);
  const [wordsProblem, setWordsProblem] = useState<{ at: 'vi' | 'en'; problem: unknown }>();
  const save = useSaveDraft();
  const reword = useReword();
  const isNew = !ladder.rungs.some(({ id }) => id === rung.id);
  const kept = wordsOf(form.template, lines);
  const unread = unreadable(form);
  const wrong = {
    ...Object.fromEntries(said.map(({ field, reason }) => [field === 'working-days' ? 'days' : field, reason])),
    ...(tried ? sentences(unread, texts) : {}),
    name: tried && name.trim() === '' ? texts.nameNeeded : undefined,
    vi: tried && words.vi.trim() === '' ? texts.textNeeded : undefined,
    en: undefined as string | undefined,
  };
  if (wordsProblem) wrong[wordsProblem.at] = problemText(wordsProblem.problem, house);
  const change = (part: Partial<typeof form>) => setForm((old) => ({ ...old, ...part }));

  const writeWords = async (): Promise<boolean> => {
    setWordsProblem(undefined);
    for (const at of ['vi', 'en'] as const) {
      const text = words[at].trim();
      if (text === '' || text === kept[at]) continue;
      const { toPlanned, confirmed } = words;
      try {
        const seen = lines.find(({ key }) => key === form.template)?.[at].version;
        await reword.mutateAsync({ key: form.template, locale: at, text, toPlanned, confirmed, seen });
      } catch (problem) {
        setWordsProblem({ at, problem });
        return false;
      }
    }
    const title = name.trim();
    if (title !== (names.get(rung.id) ?? '')) {
      await reword.mutateAsync({ key: `rung.${rung.id}`, locale, text: title, toPlanned: true, confirmed: true });
    }
    return true;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(unread).length > 0 || name.trim() === '' || words.vi.trim() === '') return;
    if (!(await writeWords())) return;
    const next = rungOf(form);
    const isSame = !isNew && JSON.stringify(rungOf(formOf(rung))) === JSON.stringify(next);
    if (!isSame) {
      const others = isNew ? [...ladder.rungs, next] : ladder.rungs.map((one) => (one.id === rung.id ? next : one));
      const rungs = inOrder(others);
      const draft = await save.mutateAsync({ ladder: { ...ladder, rungs }, revision });
      const found = draft.faults.filter(({ row }) => row === `rungs.${rungs.indexOf(next)}`);
      setSaid(found);
      if (found.length > 0) return refresh(texts.saved);
    }
    refresh(texts.saved);
    close();
  };

  return (
    <Drawer
      open
      size="large"
      rootClassName="ladder-drawer"
      title={isNew ? texts.newRung : texts.editOf(names.get(rung.id) ?? rung.id)}
      closable={{ 'aria-label': texts.close }}
      onClose={close}
    >
      <form className="person-form" noValidate onSubmit={(event) => void submit(event).catch(() => undefined)}>
        <TextInput
          label={texts.name}
          value={name}
          most={120}
          hint={texts.nameHint}
          wrong={wrong.name}
          change={setName}
        />
        <ChoiceField
          label={texts.sort}
          value={form.sort}
          options={SORTS.map((value) => ({ value, label: texts.sorts[value] ?? value }))}
          wrong={(wrong as Record<string, string | undefined>)['sort']}
          change={(sort) => change({ sort })}
        />
        <RungWhenFields form={form} change={change} wrong={wrong} />
        <RungAudienceFields form={form} change={change} wrong={wrong} channels={channels} />
        <RungWordsFields
          template={form.template}
          own={`notice.${rung.id}`}
          lines={lines}
          sharedWith={ladder.rungs
            .filter(({ id, template }) => id !== rung.id && template === form.template)
            .map(({ id }) => names.get(id) ?? id)}
          words={words}
          wrong={wrong}
          lacksParts={wordsProblem?.problem instanceof ApiProblem && wordsProblem.problem.status === 409}
          choose={(template) => {
            change({ template });
            // The words of the text that was chosen; a text of its own begins with what was said before.
            if (lines.some(({ key }) => key === template)) setWords(wordsOf(template, lines));
          }}
          change={setWords}
        />
        <RungMoreFields form={form} change={change} wrong={wrong} />
        {[save.error, wordsProblem ? undefined : reword.error].filter(Boolean).map((problem, at) => (
          <p key={at} className="wrong" role="alert">
            {problemText(problem, house)}
          </p>
        ))}
        <div className="buttons">
          <button type="submit" className="main" disabled={save.isPending || reword.isPending}>
            {texts.save}
          </button>
        </div>
      </form>
    </Drawer>
  );
}

function wordsOf(template: string, lines: readonly WordedText[]): Words {
  const found = lines.find(({ key }) => key === template);
  return { vi: found?.vi.text ?? '', en: found?.en.text ?? '', toPlanned: false, confirmed: false };
}

function sentences(unread: UnreadableFields, texts: LadderTexts): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const [field, bounds] of Object.entries(unread)) {
    if (Array.isArray(bounds)) wrong[field === 'distance' ? 'days' : field] = texts.numberNeeded(bounds[0], bounds[1]);
  }
  if (unread.at) wrong['at'] = texts.timeNeeded;
  if (unread.namedUnit) wrong['to'] = texts.namedNeeded;
  return wrong;
}
