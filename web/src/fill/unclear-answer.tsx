import { useFillTexts } from '../texts/fill';
import type { Unclear } from './typed-field';

/** Why a typed answer was not taken; where it has several readings, each is a button. */
export function UnclearAnswer(given: {
  of: Unclear;
  show: (option: string) => string;
  choose: (option: string) => void;
}) {
  const texts = useFillTexts();
  const { of, show, choose } = given;
  if ('wrong' in of) return <p className="fault">{of.wrong}</p>;
  return (
    <>
      <p className="fault">{of.because || texts.didYouMean}</p>
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
