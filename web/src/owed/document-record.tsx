import { useCallback } from 'react';
import { call } from '../api/client';
import type { paths } from '../api/schema';
import { useResource } from '../api/use-resource';
import { ResourceView } from '../page/resource-view';
import { showDay, showInstant } from '../texts/days';
import { useTexts } from '../texts/texts';

type Recorded = paths['/api/obligations/{obligation}/document']['get']['responses'][200]['content']['application/json'];

/** The signed document that fulfilled what was owed, with its scan to be saved. */
export function DocumentRecord({ obligation }: { obligation: string }) {
  const { document: texts } = useTexts().owed;
  const address = `/api/obligations/${encodeURIComponent(obligation)}/document`;
  const recorded = useResource(useCallback((signal: AbortSignal) => call<Recorded>(address, { signal }), [address]));
  return (
    <ResourceView of={recorded}>
      {({ number, signedOn, signer, recipients, fileName, recordedBy, recordedAt }) => (
        <>
          <p>{texts.facts(number, showDay(signedOn), signer, recipients)}</p>
          <p className="quiet">{texts.recordedBy(recordedBy, showInstant(recordedAt))}</p>
          {fileName !== undefined && (
            <p>
              <a href={`${address}/file`} download={fileName}>
                {texts.scan(fileName)}
              </a>
            </p>
          )}
        </>
      )}
    </ResourceView>
  );
}
