import type { ReactNode } from 'react';
import type { Resource } from '../api/use-resource';
import { useTexts } from '../texts/texts';
import { problemText } from './problem-text';

/** Data on its way: says that it loads, shows it, or says why not with a way to try again. Old data stay visible. */
export function ResourceView<T>({ of, children }: { of: Resource<T>; children: (data: T) => ReactNode }) {
  const texts = useTexts();
  const { data, problem, busy, reload } = of;
  return (
    <div className="resource" aria-busy={busy}>
      {problem !== undefined && (
        <div className="problem" role="alert">
          <p>{problemText(problem, texts)}</p>
          <button type="button" onClick={reload} disabled={busy}>
            {texts.page.retry}
          </button>
        </div>
      )}
      {data === undefined && problem === undefined && (
        <p className="quiet" role="status">
          {texts.page.loading}
        </p>
      )}
      {data !== undefined && children(data)}
    </div>
  );
}
