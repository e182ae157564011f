import { useState } from 'react';
import { ResourceView } from '../../page/resource-view';
import { SomeOf } from '../../page/some-of';
import { useOccasionTexts } from '../../texts/occasions';
import { CalendarFrame } from '../calendar-frame';
import { type Rule, type Rules, useRules } from './queries';
import { RuleDialog } from './rule-dialog';
import { RuleRow } from './rule-row';
import { WithdrawDialog } from './withdraw-dialog';

/** What superiors set for their own units: who reports, on which forms, by when; set, corrected and withdrawn here. */
export default function RulesPage() {
  const texts = useOccasionTexts();
  return (
    <CalendarFrame hint={texts.rules.hint}>
      <ResourceView of={useRules()}>{(known) => <Known known={known} />}</ResourceView>
    </CalendarFrame>
  );
}

function Known({ known }: { known: Rules }) {
  const texts = useOccasionTexts().rules;
  const [opened, setOpened] = useState<{ what: 'set' | 'withdraw'; rule?: Rule }>();
  const close = () => setOpened(undefined);
  const { rules, settable, today } = known;
  return (
    <>
      {settable.length > 0 ? (
        <div className="buttons">
          <button type="button" className="main" onClick={() => setOpened({ what: 'set' })}>
            {texts.set}
          </button>
        </div>
      ) : (
        <p>{texts.noneToSet}</p>
      )}
      <h2>{texts.standing}</h2>
      {rules.length === 0 ? (
        <p className="empty">{texts.none}</p>
      ) : (
        <SomeOf all={rules}>
          {(rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              settable={settable.find((one) => one.milestone === rule.milestone && one.unit === rule.setBy)}
              change={() => setOpened({ what: 'set', rule })}
              withdraw={() => setOpened({ what: 'withdraw', rule })}
            />
          )}
        </SomeOf>
      )}
      {opened?.what === 'set' && <RuleDialog known={known} rule={opened.rule} close={close} />}
      {opened?.what === 'withdraw' && opened.rule && (
        <WithdrawDialog
          what="rule"
          id={opened.rule.id}
          title={texts.nameOf(opened.rule.title, opened.rule.setByName)}
          today={today}
          close={close}
        />
      )}
    </>
  );
}
