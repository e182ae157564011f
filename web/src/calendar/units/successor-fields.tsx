import { ChoiceField } from '../../page/choice-field';
import { TextInput } from '../../people/text-input';
import { useUnitChangeTexts } from '../../texts/unit-changes';
import { readShare } from './share';

/** Stands for a unit that is not there yet. */
export const NEW = '+';

/** A unit that comes out of a change, as it is typed. */
export interface TypedSuccessor {
  /** The code of the unit that goes on, or {@link NEW}. */
  which: string;
  code: string;
  name: string;
  share: string;
}

interface Given {
  title: string;
  successor: TypedSuccessor;
  /** Units that may go on under their code. */
  goOn: readonly { code: string; name: string }[];
  withShare: boolean;
  tried: boolean;
  change: (part: Partial<TypedSuccessor>) => void;
  drop?: () => void;
}

/** One unit that comes out of a change: one that goes on, or a new one with its code and name; of a split, how much goes there. */
export function SuccessorFields({ title, successor, goOn, withShare, tried, change, drop }: Given) {
  const texts = useUnitChangeTexts();
  const { code, name, share } = successor;
  const which = goOn.some((one) => one.code === successor.which) ? successor.which : NEW;
  const isWrongShare = share.trim() !== '' && readShare(share) === undefined;
  return (
    <fieldset>
      <legend>{title}</legend>
      <ChoiceField
        label={texts.which}
        value={which}
        options={[
          { value: NEW, label: texts.newUnit },
          ...goOn.map((one) => ({ value: one.code, label: texts.goesOn(one.name) })),
        ]}
        change={(chosen) => change({ which: chosen })}
      />
      {which === NEW && (
        <>
          <TextInput
            label={texts.name}
            value={name}
            wrong={tried && name.trim() === '' ? texts.nameNeeded : undefined}
            change={(typed) => change({ name: typed })}
          />
          <TextInput
            label={texts.code}
            value={code}
            most={40}
            hint={texts.codeHint}
            wrong={tried && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code.trim()) ? texts.codeNeeded : undefined}
            change={(typed) => change({ code: typed })}
          />
        </>
      )}
      {withShare && (
        <TextInput
          label={texts.share}
          value={share}
          most={20}
          hint={texts.shareHint}
          wrong={isWrongShare ? texts.shareWrong : undefined}
          change={(typed) => change({ share: typed })}
        />
      )}
      {drop && (
        <button type="button" onClick={drop}>
          {texts.dropPart(title)}
        </button>
      )}
    </fieldset>
  );
}
