import { PageLink } from '../page/router';
import { useFormsTexts } from '../texts/forms';
import { useLanguage, word } from '../texts/texts';
import { helpOf, isUnguided, nameOf, piecesOf, sourceOf } from './members';
import type { Member, Source } from './types';

/** One row: its source with address and note, and its help, or that there is none yet. */
export function SourceRow({ formKey, member, sources }: { formKey: string; member: Member; sources: Source[] }) {
  const texts = useFormsTexts();
  const { locale } = useLanguage();
  const name = nameOf(member, locale);
  const source = sourceOf(member.provenance, sources);
  const editing = `/bieu-mau/${encodeURIComponent(formKey)}/sua?dong=${encodeURIComponent(member.key)}`;
  return (
    <li className="row">
      <h3 className="row-title">
        {name} <code className="quiet">{member.key}</code>
      </h3>
      <dl className="source-facts">
        <dt>{texts.provenance}</dt>
        <dd>{source ? `${texts.publishedIn}: ${source.tag}` : word(texts.provenances, member.provenance)}</dd>
        {source?.seen && (
          <>
            <dt>{texts.seen}</dt>
            <dd>
              {source.seen} <Address text={source.address} />
            </dd>
          </>
        )}
        {member.note && (
          <>
            <dt>{texts.note}</dt>
            <dd>{member.note}</dd>
          </>
        )}
        {helpOf(member, locale).map(({ sort, text }) => (
          <Help key={sort} title={texts[sort]} text={text} />
        ))}
      </dl>
      {isUnguided(member) && (
        <PageLink to={editing} label={texts.writeGuidanceFor(name)}>
          {texts.writeGuidance}
        </PageLink>
      )}
    </li>
  );
}

function Help({ title, text }: { title: string; text: string }) {
  const texts = useFormsTexts();
  return (
    <>
      <dt>{title}</dt>
      <dd className={text ? undefined : 'quiet'}>{text || texts.noGuidance}</dd>
    </>
  );
}

function Address({ text }: { text: string }) {
  return piecesOf(text).map((piece, at) =>
    piece.isLink ? (
      <a key={at} href={piece.text} target="_blank" rel="noopener noreferrer">
        {piece.text}
      </a>
    ) : (
      <span key={at}>{piece.text}</span>
    ),
  );
}
