import { useState } from 'react';
import { useRefresh } from '../api/refresh';
import { ResourceView } from '../page/resource-view';
import { SomeOf } from '../page/some-of';
import { showInstant } from '../texts/days';
import { useLadderTexts } from '../texts/ladder';
import { ApplyDialog } from './apply-dialog';
import { type LadderVersion, type SeenLadder, useRestore, useVersion } from './queries';

/** Every ladder that was in force; each can be used again. */
export function LadderVersions({ seen }: { seen: SeenLadder }) {
  const texts = useLadderTexts();
  const [restoring, setRestoring] = useState<number>();
  const { version: inForce, versions } = seen;
  const before = versions.find(({ version }) => version < inForce);
  return (
    <section aria-labelledby="ladder-versions">
      <h2 id="ladder-versions">{texts.versions}</h2>
      {before && (
        <div className="buttons">
          <button type="button" onClick={() => setRestoring(before.version)}>
            {texts.undo}
          </button>
        </div>
      )}
      <SomeOf all={versions} step={10}>
        {(line) => (
          <VersionLine
            key={line.version}
            line={line}
            isInForce={line.version === inForce}
            restore={() => setRestoring(line.version)}
          />
        )}
      </SomeOf>
      {restoring !== undefined && (
        <RestoreDialog version={restoring} today={seen.today} close={() => setRestoring(undefined)} />
      )}
    </section>
  );
}

function VersionLine(given: { line: LadderVersion; isInForce: boolean; restore: () => void }) {
  const { line, isInForce, restore } = given;
  const texts = useLadderTexts();
  const at = showInstant(line.at);
  return (
    <li className="row rollup">
      <div className="row-what">
        <h3 className="row-title">
          {texts.version(line.version)} {isInForce && <span className="badge settled">{texts.current}</span>}
        </h3>
        {line.note && <p>{line.note}</p>}
        <p className="quiet">{line.by === undefined ? texts.byProfile(at) : texts.byAdmin(line.by, at)}</p>
      </div>
      {!isInForce && (
        <button type="button" aria-label={texts.restoreOf(line.version)} onClick={restore}>
          {texts.restore}
        </button>
      )}
    </li>
  );
}

function RestoreDialog({ version, today, close }: { version: number; today: string; close: () => void }) {
  const texts = useLadderTexts();
  const { refresh } = useRefresh();
  const restore = useRestore(version);
  return (
    <ResourceView of={useVersion(version)}>
      {(ladder) => (
        <ApplyDialog
          title={texts.restoreOf(version)}
          ladder={ladder}
          today={today}
          proposedNote={texts.restoreOf(version)}
          busy={restore.isPending}
          problem={restore.error}
          apply={(wish) =>
            restore.mutate(wish, {
              onSuccess: (done) => {
                refresh(texts.applied(done.version, done.replanned));
                close();
              },
            })
          }
          close={close}
        />
      )}
    </ResourceView>
  );
}
