import { ResourceView } from '../page/resource-view';
import '../style/forms.css';
import '../style/people.css';
import '../style/ladder.css';
import { useLadderTexts } from '../texts/ladder';
import { LadderView } from './ladder-view';
import { useTextsOf } from '../wording/queries';
import { useLadder } from './queries';

/** The reminder ladder of admins: what it says, a draft of it, what that changes, and every version. */
export default function LadderPage() {
  const texts = useLadderTexts();
  const seen = useLadder();
  const lines = useTextsOf('notice.');
  const titles = useTextsOf('rung.');
  return (
    <section className="people ladder">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.hint}</p>
      <ResourceView of={seen}>
        {(ladder) => (
          <ResourceView of={lines}>
            {(notices) => (
              <ResourceView of={titles}>
                {(names) => <LadderView seen={ladder} lines={notices.filter(isLine)} titles={names} />}
              </ResourceView>
            )}
          </ResourceView>
        )}
      </ResourceView>
    </section>
  );
}

/** The words of one line about one obligation; those of the letter around it, or of many units at once, are no rung's. */
const isLine = ({ placeholders }: { placeholders: string[] }): boolean =>
  placeholders.includes('title') && !placeholders.includes('count');
