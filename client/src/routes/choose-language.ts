import { createContext, useContext } from 'react';
import type { Language } from '@savner/contract/common';

export const ChooseLanguageContext = createContext<(language: Language) => void>(() => undefined);

/** Changes the reader's language everywhere at once. */
export function useChooseLanguage(): (language: Language) => void {
  return useContext(ChooseLanguageContext);
}
