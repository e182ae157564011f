import type { Em } from './database.js';

type Question = () => unknown;
type Answers<Questions extends readonly Question[]> = { [At in keyof Questions]: Awaited<ReturnType<Questions[At]>> };

/**
 * Answers of questions that do not need one another: all at once where each may have a connection of its own, one after the
 * other within `em`'s transaction, whose one connection answers one question at a time.
 */
export async function sideBySide<const Questions extends readonly Question[]>(
  em: Em | undefined,
  questions: Questions,
): Promise<Answers<Questions>> {
  if (!em) return (await Promise.all(questions.map((ask) => ask()))) as Answers<Questions>;
  const answers: unknown[] = [];
  for (const ask of questions) answers.push(await ask());
  return answers as Answers<Questions>;
}
