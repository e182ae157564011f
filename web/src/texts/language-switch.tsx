import type { Locale } from '../api/types';
import { useLanguage } from './texts';

/** Two buttons, each written in its own language. */
export function LanguageSwitch() {
  const { locale, texts, choose } = useLanguage();
  return (
    <div className="language" role="group" aria-label={texts.language.choose}>
      {(['vi', 'en'] satisfies Locale[]).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === locale}
          aria-label={`${each.toUpperCase()}, ${texts.language[each]}`}
          onClick={() => choose(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
