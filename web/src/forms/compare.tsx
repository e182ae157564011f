import { Select } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { ResourceView } from '../page/resource-view';
import { useFormsTexts } from '../texts/forms';
import { Differences } from './differences';
import { useDifferences } from './queries';

export interface Compared {
  from: number;
  to: number | 'draft';
}

interface Given {
  formKey: string;
  versions: number[];
  drafted: boolean;
  compared: Compared;
  choose: (compared: Compared) => void;
}

/** Two versions, and in sentences what differs between them. */
export function Compare({ formKey, versions, drafted, compared, choose }: Given) {
  const texts = useFormsTexts();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // A comparison asked for further down the page would be shown out of sight.
  useEffect(() => {
    if (!first.current) heading.current?.scrollIntoView({ block: 'nearest' });
    first.current = false;
  }, [compared]);
  const options = versions.map((version) => ({ value: version as number | 'draft', label: texts.version(version) }));
  return (
    <section aria-labelledby={`${id}-compare`}>
      <h2 id={`${id}-compare`} ref={heading}>
        {texts.compare}
      </h2>
      <div className="compare">
        <div className="form-filter">
          <label htmlFor={`${id}-from`}>{texts.from}</label>
          <Select
            id={`${id}-from`}
            value={compared.from}
            options={options as { value: number; label: string }[]}
            onChange={(from) => choose({ ...compared, from })}
          />
        </div>
        <div className="form-filter">
          <label htmlFor={`${id}-to`}>{texts.to}</label>
          <Select
            id={`${id}-to`}
            value={compared.to}
            options={drafted ? [{ value: 'draft', label: texts.draftChoice }, ...options] : options}
            onChange={(to) => choose({ ...compared, to })}
          />
        </div>
      </div>
      {compared.from === compared.to ? (
        <p className="empty">{texts.sameVersion}</p>
      ) : (
        <Found formKey={formKey} compared={compared} />
      )}
    </section>
  );
}

function Found({ formKey, compared }: { formKey: string; compared: Compared }) {
  return (
    <ResourceView of={useDifferences(formKey, compared.from, compared.to)}>
      {({ differences, summary }) => <Differences all={differences} summary={summary} />}
    </ResourceView>
  );
}
