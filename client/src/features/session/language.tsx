import { useEffect, useState, type ReactNode } from 'react';
import type { Language } from '@savner/contract/common';
import { languageParameter } from '@savner/contract/pages';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { LanguageContext, useLanguage, useTexts } from '../../lib/texts/texts.js';

const languages: readonly Language[] = ['nb', 'nn'];
const yearInSeconds = 31_536_000;

/** The reader's language, remembered in the same cookie as the public pages use. */
export function LanguageProvider({
  children,
}: {
  readonly children: (choose: (language: Language) => void) => ReactNode;
}) {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  return <LanguageContext.Provider value={language}>{children(choose)}</LanguageContext.Provider>;
}

export function LanguageSwitch({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const chosen = useLanguage();
  const say = useTexts(commonTexts);
  return (
    <div className="language-switch" role="group" aria-label={say('languageSwitch')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
        >
          {say(`language.${language}`)}
        </button>
      ))}
    </div>
  );
}

function rememberLanguage(chosen: Language): void {
  document.cookie = `${languageParameter}=${chosen}; path=/; max-age=${yearInSeconds}; samesite=lax`;
}

function rememberedLanguage(): Language {
  return document.cookie.split('; ').includes(`${languageParameter}=nn`) ? 'nn' : 'nb';
}
