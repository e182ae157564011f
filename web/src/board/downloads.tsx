import { useCallback } from 'react';
import { api } from '../api/client';
import { useRefresh } from '../api/refresh';
import { useResource } from '../api/use-resource';
import { ResourceView } from '../page/resource-view';
import { SomeOf } from '../page/some-of';
import { useTexts } from '../texts/texts';

/** Workbooks with what the units below reported, each with its completeness. Whoever has nobody below need not hear of it. */
export function Downloads({ hideEmpty = false }: { hideEmpty?: boolean }) {
  const texts = useTexts();
  const { turn } = useRefresh();
  // `turn` is not used by the call: a new turn asks anew.
  const load = useCallback((signal: AbortSignal) => api.rollups(signal), [turn]);
  const rollups = useResource(load);
  if (hideEmpty && !rollups.data?.length) return null;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{texts.board.downloads}</h2>
      <ResourceView of={rollups}>
        {(all) =>
          all.length === 0 ? (
            <p className="empty">{texts.board.noDownloads}</p>
          ) : (
            <SomeOf all={all} step={20}>
              {(rollup) => (
                <li key={`${rollup.unit} ${rollup.planYear} ${rollup.milestone}`} className="row rollup">
                  <div className="row-what">
                    <h3 className="row-title">{rollup.unitName}</h3>
                    <p>
                      {rollup.title}, {texts.owed.planYear(rollup.planYear)}
                    </p>
                    <p className="quiet">{texts.board.submitted(rollup.submitted, rollup.of)}</p>
                  </div>
                  <div className="downloads">
                    {rollup.forms.map(({ key, template, title }) => (
                      <a key={key} className="button" href={api.workbookAddress(rollup, key)} download title={title}>
                        {texts.board.download(isTemplate(template) ? template : title)}
                        <span className="unseen">
                          {' '}
                          {rollup.unitName}, {rollup.title}, {title}
                        </span>
                      </a>
                    ))}
                  </div>
                </li>
              )}
            </SomeOf>
          )
        }
      </ResourceView>
    </section>
  );
}

/** The directive names its templates M1 to M7; other forms are known by their title. */
const isTemplate = (name: string): boolean => /^[A-Z]\d$/.test(name);
