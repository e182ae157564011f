import { useOccasionTexts } from '../../texts/occasions';
import { ActDialog } from '../act-dialog';
import { AREA } from '../queries';
import { EffectWords } from './effect-words';
import { doOccasion, lookAtOccasion } from './queries';

interface Given {
  what: 'rule' | 'event';
  id: string;
  title: string;
  today: string;
  close: () => void;
}

/** Takes a rule or an event back, with what goes with it told first. */
export function WithdrawDialog({ what, id, title, today, close }: Given) {
  const texts = useOccasionTexts();
  const address = `/api/calendar/${what === 'rule' ? 'rules' : 'events'}/${encodeURIComponent(id)}/withdraw`;
  return (
    <ActDialog
      title={texts.withdrawOf(title)}
      hint={texts.withdrawHint}
      area={AREA}
      value={{ id }}
      look={() => lookAtOccasion(address, {}, { kind: `${what}-end` as const, id }, today)}
      tell={(looked) => <EffectWords looked={looked} />}
      act={async () => texts.withdrawn((await doOccasion(address, {})).effect.withdrawn)}
      close={close}
      fields={() => null}
    />
  );
}
