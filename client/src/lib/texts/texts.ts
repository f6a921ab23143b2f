import { createContext, useContext, useMemo } from 'react';
import type { Language } from '@savner/contract/common';

/** The texts of one room in both written languages; `nn` has exactly the keys of `nb`. */
export interface Bilingual<Nb extends Record<string, string>> {
  readonly nb: Nb;
  readonly nn: { readonly [Key in keyof Nb]: string };
}

/** Looks a text up and fills its `{names}`; asking for an unknown text, or leaving out a name, does not compile. */
export type Say<Nb extends Record<string, string>> = <Key extends keyof Nb & string>(
  key: Key,
  ...values: ValuesOf<Nb[Key]>
) => string;

export const LanguageContext = createContext<Language>('nb');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of a room in the language the reader has chosen. */
export function useTexts<Nb extends Record<string, string>>(texts: Bilingual<Nb>): Say<Nb> {
  const language = useLanguage();
  return useMemo(() => sayIn(texts, language), [texts, language]);
}

export function sayIn<Nb extends Record<string, string>>(texts: Bilingual<Nb>, language: Language): Say<Nb> {
  return (key, ...[values]) => fill(texts[language][key], values ?? {});
}

const placeholder = /\{(\w+)\}/g;

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(placeholder, (whole, name: string) => String(values[name] ?? whole));
}

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type ValuesOf<Text> = [NamesIn<Text>] extends [never] ? [] : [values: Record<NamesIn<Text>, string | number>];
