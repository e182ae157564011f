import { Drawer } from 'antd';
import { useWordingTexts } from '../texts/wording';
import type { WordedText } from './queries';
import { WordingForm } from './wording-form';
import { WordingHistory } from './wording-history';

/** One text in both languages: worded anew, looked at as it would read, and taken back. */
export function WordingDrawer({ text, close }: { text: WordedText; close: () => void }) {
  const texts = useWordingTexts();
  return (
    <Drawer
      open
      size="large"
      rootClassName="person-drawer"
      title={texts.editOf(text.key)}
      closable={{ 'aria-label': texts.close }}
      onClose={close}
    >
      {(['vi', 'en'] as const).map((locale) => (
        <section key={locale} aria-labelledby={`words-${locale}`}>
          <h2 id={`words-${locale}`}>{texts.languages[locale]}</h2>
          <WordingForm text={text} locale={locale} />
          <WordingHistory text={text} locale={locale} />
        </section>
      ))}
    </Drawer>
  );
}
