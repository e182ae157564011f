import type { Choice } from '../definition/definition.js';

/** What is written for each choice: its label, or its key where a label would not tell choices apart. */
export function choiceTexts(choices: Choice[]): { key: string; text: string }[] {
  const labels = choices.map((choice) => choice.label.vi);
  const keys = new Set(choices.map((choice) => choice.key));
  return choices.map(({ key, label }) => {
    const isClear = label.vi === key || (labels.filter((one) => one === label.vi).length === 1 && !keys.has(label.vi));
    return { key, text: isClear ? label.vi : key };
  });
}
