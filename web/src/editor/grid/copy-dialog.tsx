import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Dialog } from '../dialog';
import { useState } from 'react';
import { problemText } from '../../page/problem-text';
import { mentions } from '../../page/search-words';
import { SomeOf } from '../../page/some-of';
import { useEditorTexts } from '../../texts/editor';
import { useLanguage, useTexts } from '../../texts/texts';
import { useOpenDraft } from '../draft/use-draft';
import type { Item, ListName } from '../model/forms';
import { membersOf, nameOf } from '../model/members';
import type { RowWork } from './use-row-work';

interface Props {
  list: ListName;
  work: RowWork;
  after?: string;
  onDone: (copied?: number) => void;
}

/** Members of another form, or of a version of an earlier year, chosen and copied with everything they hold. */
export function CopyDialog({ list, work, after, onDone }: Props) {
  const texts = useEditorTexts();
  const page = useTexts();
  const { desk, store } = useOpenDraft();
  const [form, setForm] = useState<string>();
  const [version, setVersion] = useState<number>();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const forms = useQuery({ queryKey: ['forms'], queryFn: desk.forms });
  const versions = useQuery({
    queryKey: ['form', form, 'versions'],
    queryFn: () => desk.versionsOf(form!),
    enabled: form !== undefined,
  });
  const source = useQuery({
    queryKey: ['form', form, 'definition', version],
    queryFn: () => desk.definitionOf(form!, version),
    enabled: form !== undefined,
  });
  const like = forms.data?.forms.filter(({ kind }) => kind === store.state.definition.kind) ?? [];
  const members = source.data ? membersOf(source.data, list) : [];
  const { locale } = useLanguage();
  const found = members.filter((member) => mentions(typed, nameOf(member, locale), member.key));
  const problem = forms.error ?? versions.error ?? source.error;
  const copy = () => {
    work.copyIn(
      members.filter((member) => chosen.has(member.key)),
      after,
    );
    onDone(chosen.size);
  };
  return (
    <Dialog
      title={texts.copying.title}
      onCancel={() => onDone()}
      footer={
        <div className="buttons">
          <button type="button" className="main" disabled={chosen.size === 0} onClick={copy}>
            {texts.copying.copy(chosen.size)}
          </button>
          <button type="button" onClick={() => onDone()}>
            {texts.copying.cancel}
          </button>
        </div>
      }
    >
      <div className="editor-form">
        {problem && <p className="wrong">{problemText(problem, page)}</p>}
        <Select
          className="picker"
          aria-label={texts.copying.form}
          placeholder={texts.copying.chooseForm}
          loading={forms.isPending}
          value={form}
          showSearch={{ filterOption: (words, option) => mentions(words, option?.label ?? '') }}
          options={like.map(({ key, template, title }) => ({ value: key, label: `${template} ${title}` }))}
          onChange={(key: string) => {
            setForm(key);
            setVersion(undefined);
            setChosen(new Set());
          }}
        />
        {versions.data && (
          <Select
            className="picker"
            aria-label={texts.copying.version}
            value={version ?? versions.data[0]?.version}
            options={versions.data.map((one) => ({
              value: one.version,
              label: texts.copying.versionOf(one.version, one.planYears),
            }))}
            onChange={(chosenVersion: number) => {
              setVersion(chosenVersion);
              setChosen(new Set());
            }}
          />
        )}
        {form !== undefined && source.isPending && <p className="quiet">{texts.copying.loading}</p>}
        {source.data && members.length === 0 && <p className="quiet">{texts.copying.none}</p>}
        {members.length > 0 && (
          <>
            <input
              type="search"
              aria-label={texts.copying.find}
              placeholder={texts.copying.find}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <label className="panel-box">
              <input
                type="checkbox"
                checked={found.length > 0 && found.every((member) => chosen.has(member.key))}
                onChange={(event) => setChosen(withAll(chosen, found, event.target.checked))}
              />
              {texts.copying.all}
            </label>
            <div className="copy-list">
              <SomeOf key={`${form}/${version}/${typed}`} all={found} step={60}>
                {(member) => (
                  <li key={member.key}>
                    <label className="panel-box">
                      <input
                        type="checkbox"
                        checked={chosen.has(member.key)}
                        onChange={(event) => setChosen(withAll(chosen, [member], event.target.checked))}
                      />
                      {nameOf(member, locale)}
                    </label>
                  </li>
                )}
              </SomeOf>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function withAll(chosen: ReadonlySet<string>, members: readonly Item[], on: boolean): Set<string> {
  const next = new Set(chosen);
  for (const { key } of members) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}
