import { useState } from 'react';
import { ResourceView } from '../page/resource-view';
import { useFormsTexts } from '../texts/forms';
import { Compare, type Compared } from './compare';
import { useVersions } from './queries';
import type { VersionLine } from './types';
import { VersionRow } from './version-row';

/** Who published which version when and why, and what differs between any two. */
export function Versions({ formKey, drafted }: { formKey: string; drafted: boolean }) {
  return (
    <ResourceView of={useVersions(formKey)}>
      {({ versions }) => <History formKey={formKey} drafted={drafted} versions={versions} />}
    </ResourceView>
  );
}

function History({ formKey, drafted, versions }: { formKey: string; drafted: boolean; versions: VersionLine[] }) {
  const texts = useFormsTexts();
  const [chosen, setChosen] = useState<Compared>();
  const newest = versions[0]?.version ?? 1;
  const usual: Compared = drafted
    ? { from: newest, to: 'draft' }
    : { from: versions[1]?.version ?? newest, to: newest };
  return (
    <>
      {versions.length > 1 || drafted ? (
        <Compare
          formKey={formKey}
          versions={versions.map(({ version }) => version)}
          drafted={drafted}
          compared={chosen ?? usual}
          choose={setChosen}
        />
      ) : (
        <p className="empty">{texts.onlyOne}</p>
      )}
      <section aria-labelledby="versions">
        <h2 id="versions">{texts.versions}</h2>
        <ul className="rows">
          {versions.map((line, at) => (
            <VersionRow
              key={line.version}
              line={line}
              before={versions[at + 1]?.version}
              compare={(from) => setChosen({ from, to: line.version })}
            />
          ))}
        </ul>
      </section>
    </>
  );
}
