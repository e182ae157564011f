import { useId } from 'react';

interface Given<K extends string> {
  label: string;
  all: readonly K[];
  words: Readonly<Record<K, string>>;
  chosen: K;
  choose: (key: K) => void;
}

/** One of a few, as radio buttons: arrow keys move between them. */
export function Choices<K extends string>({ label, all, words, chosen, choose }: Given<K>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {all.map((each) => (
        <label key={each} className={each === chosen ? 'chosen' : undefined}>
          <input type="radio" name={name} checked={each === chosen} onChange={() => choose(each)} />
          <span>{words[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
