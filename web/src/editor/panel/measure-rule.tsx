import { useEditorTexts } from '../../texts/editor';
import { useOpenDraft } from '../draft/use-draft';
import { editOf } from '../model/field';
import type { Item, Json } from '../model/forms';
import { usePlaces } from './picker-options';
import { PlacePicker } from './place-picker';

const RULES = ['percent-of', 'growth', 'difference'] as const;
type Comparison = { rule: (typeof RULES)[number]; a: string; b: string };

/** A column that compares two others instead of being asked. */
export function MeasureRule({ member, fault }: { member: Item; fault?: string }) {
  const { store } = useOpenDraft();
  const texts = useEditorTexts();
  const { measures } = usePlaces();
  const others = measures.filter((one) => one.value !== member.key);
  const value = member['computed'] as unknown as Comparison | undefined;
  const put = (computed: Comparison | undefined) => {
    // What is worked out is neither asked for nor required.
    const also = computed ? { required: false, asked: false } : {};
    const fields = Object.entries({ ...also, computed: computed as unknown as Json | undefined });
    store.do(
      fields.flatMap(([name, to]) => {
        const edit = editOf('measures', member, name, to);
        return edit ? [edit] : [];
      }),
    );
  };
  const [a, b = a] = others;
  if (!a || !b) return null;
  return (
    <section className="panel-rule">
      <h3>{texts.fields['computed']}</h3>
      {fault && <p className="wrong">{fault}</p>}
      <select
        aria-label={texts.formula.operation}
        value={value?.rule ?? ''}
        onChange={(event) => {
          const rule = RULES.find((one) => one === event.target.value);
          put(rule && { a: a.value, b: b.value, ...value, rule });
        }}
      >
        <option value="">{texts.panel.unseen}</option>
        {RULES.map((rule) => (
          <option key={rule} value={rule}>
            {texts.formula.comparisons[rule]}
          </option>
        ))}
      </select>
      {value && (
        <>
          {(['a', 'b'] as const).map((side) => (
            <div className="formula-line" key={side}>
              <span>{texts.formula[side]}</span>
              <PlacePicker
                label={`${texts.formula.measure} ${side}`}
                options={others}
                value={value[side]}
                onPick={(key = value[side]) => put({ ...value, [side]: key })}
              />
            </div>
          ))}
        </>
      )}
    </section>
  );
}
