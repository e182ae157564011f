import { useEditorTexts } from '../../texts/editor';
import { useOpenDraft } from '../draft/use-draft';
import { type RollUp, rolledUp, rollUpOf, type Side, sidesOf } from '../model/aggregation';
import { editOf } from '../model/field';
import type { Item, Json, Row } from '../model/forms';
import { usePlaces } from './picker-options';
import { PlacePicker } from './place-picker';

const NUMERIC = ['number', 'integer', 'percent', 'money'];

/** How the figures of the units below make one: added up, averaged, or weighed by another row. */
export function AggregationRule({ member, fault }: { member: Item; fault?: string }) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const { rows } = usePlaces();
  const value = member['aggregation'] as unknown as Row['aggregation'];
  const others = rows.filter((one) => one.value !== member.key);
  const [first] = others;
  const put = (aggregation: Row['aggregation']) => {
    const edit = editOf('rows', member, 'aggregation', aggregation as unknown as Json);
    if (edit) store.do([edit]);
  };
  const sides = Object.entries(sidesOf(value)) as [Side, string][];
  const ways = (Object.keys(texts.rollUp.ways) as RollUp[]).filter(
    // A sum or a mean of texts there is none, and nothing is weighed where there is no other row.
    (way) =>
      way === rollUpOf(value) || way === 'none' || (isNumeric(member) && (first || way === 'sum' || way === 'mean')),
  );
  return (
    <section className="panel-rule">
      <h3>{texts.rollUp.title}</h3>
      {fault && <p className="wrong">{fault}</p>}
      <select
        aria-label={texts.rollUp.title}
        value={rollUpOf(value)}
        onChange={(event) => put(rolledUp(value, event.target.value as RollUp, first?.value ?? ''))}
      >
        {ways.map((way) => (
          <option key={way} value={way}>
            {texts.rollUp.ways[way]}
          </option>
        ))}
      </select>
      {sides.map(([side, key]) => (
        <div key={side} className="formula-line">
          <span>{texts.rollUp[side]}</span>
          <PlacePicker
            label={texts.rollUp[side]}
            // A weight may be a figure of another form: it stays as it is until another one is picked.
            options={others.some((one) => one.value === key) ? others : [{ value: key, label: key }, ...others]}
            value={key}
            onPick={(picked) => picked !== undefined && put({ ...value, [side]: picked } as Row['aggregation'])}
          />
        </div>
      ))}
    </section>
  );
}

const isNumeric = (member: Item): boolean => NUMERIC.includes(String(member['type']));
