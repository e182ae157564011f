import { showInstant } from '../texts/days';
import { useFillTexts } from '../texts/fill';
import { answerOf, nameOf } from './place-name';
import { useFill, useReport, useWriting } from './use-report';

/** Two people answered at one place: both answers, and whose the saved one is. Nothing is overwritten before one chooses. */
export function Conflicts() {
  const texts = useFillTexts();
  const { store, around } = useFill();
  const write = useWriting();
  const { conflicts, report } = useReport();
  if (conflicts.length === 0) return null;
  const reader = { write, say: around.say, texts };
  return (
    <section className="conflicts" role="alert" aria-labelledby="conflicts">
      <h2 id="conflicts">{texts.conflict.title}</h2>
      <ul>
        {conflicts.map((one) => (
          <li key={JSON.stringify(one.place)}>
            <p>
              <strong>{nameOf(report, one.place, reader)}</strong>.{' '}
              {one.at && texts.conflict.who(one.by, showInstant(one.at))}
            </p>
            <p>{texts.conflict.theirs(answerOf(report, one.place, one.theirs, reader, texts.conflict))}</p>
            <p>{texts.conflict.mine(answerOf(report, one.place, one.mine, reader, texts.conflict))}</p>
            <p className="buttons">
              <button type="button" onClick={() => store.settle(one, true)}>
                {texts.conflict.keepMine}
              </button>
              <button type="button" onClick={() => store.settle(one, false)}>
                {texts.conflict.keepTheirs}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
