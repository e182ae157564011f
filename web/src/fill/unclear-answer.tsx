import { useFillTexts } from '../texts/fill';
import type { Unclear } from './typed-field';

/** Why a typed answer was not taken; where it has several readings, each is a button. */
export function UnclearAnswer(given: {
  of: Unclear;
  /** Named where several columns are spoken of in one place. */
  column?: string;
  show: (option: string) => string;
  choose: (option: string) => void;
}) {
  const texts = useFillTexts();
  const { of, column, show, choose } = given;
  const why = 'wrong' in of ? of.wrong : of.because || texts.didYouMean;
  const said = <p className="fault">{column ? `${column}: ${why}` : why}</p>;
  if ('wrong' in of) return said;
  return (
    <>
      {said}
      <p className="readings">
        {of.options.map((option) => (
          <button key={option} type="button" onClick={() => choose(option)}>
            {texts.take(show(option))}
          </button>
        ))}
      </p>
    </>
  );
}
