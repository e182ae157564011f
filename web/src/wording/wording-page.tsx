import { Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { mentions } from '../page/search-words';
import { useSettled } from '../page/use-settled';
import '../style/calendar.css';
import '../style/forms.css';
import '../style/ladder.css';
import '../style/people.css';
import { useWordingTexts } from '../texts/wording';
import { useTextsOf, type WordedText } from './queries';
import { TextRow } from './text-row';
import { WordingDrawer } from './wording-drawer';

/** So many are drawn at first, and more where that is asked for. */
const AT_ONCE = 40;

/** Everything that the product says, to be worded anew without code. What is typed is looked for in all of it. */
export default function WordingPage() {
  const texts = useWordingTexts();
  const id = useId();
  const [area, setArea] = useState('bot.');
  const [typed, setTyped] = useState('');
  const [onlyReworded, setOnlyReworded] = useState(false);
  const [most, setMost] = useState(AT_ONCE);
  const [opened, setOpened] = useState<string>();
  const sought = useSettled(typed, 200).trim();
  const narrow = (act: () => void) => {
    act();
    setMost(AT_ONCE);
  };
  return (
    <section className="calendar">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <div className="form-filters" role="search" aria-label={texts.filters}>
        <div className="form-filter wide">
          <label htmlFor={`${id}-typed`}>{texts.search}</label>
          <Input
            id={`${id}-typed`}
            type="search"
            maxLength={200}
            value={typed}
            onChange={(event) => narrow(() => setTyped(event.target.value))}
          />
        </div>
        <div className="form-filter wide">
          <label htmlFor={`${id}-area`}>{texts.area}</label>
          <Select
            id={`${id}-area`}
            value={area}
            options={Object.entries(texts.areas).map(([value, label]) => ({ value, label }))}
            onChange={(value: string) => narrow(() => setArea(value))}
          />
        </div>
        <Checkbox checked={onlyReworded} onChange={(event) => narrow(() => setOnlyReworded(event.target.checked))}>
          {texts.onlyReworded}
        </Checkbox>
      </div>
      <ResourceView of={useTextsOf(sought === '' ? area : '')}>
        {(all) => {
          const found = all.filter((one) => (!onlyReworded || isReworded(one)) && says(one, sought));
          const chosen = all.find(({ key }) => key === opened);
          return (
            <>
              <p role="status">{texts.found(found.length)}</p>
              <ul className="rows">
                {found.slice(0, most).map((one) => (
                  <TextRow key={one.key} text={one} open={() => setOpened(one.key)} />
                ))}
              </ul>
              {found.length > most && (
                <div className="buttons">
                  <button type="button" onClick={() => setMost(most + AT_ONCE)}>
                    {texts.more(found.length - most)}
                  </button>
                </div>
              )}
              {chosen && <WordingDrawer key={chosen.key} text={chosen} close={() => setOpened(undefined)} />}
            </>
          );
        }}
      </ResourceView>
    </section>
  );
}

const isReworded = ({ vi, en }: WordedText): boolean => vi.reworded !== undefined || en.reworded !== undefined;

const says = ({ key, vi, en }: WordedText, sought: string): boolean =>
  sought === '' || mentions(sought, key, vi.text, en.text);
