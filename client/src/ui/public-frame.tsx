import type { ReactNode } from 'react';
import type { Language } from '@savner/contract/common';
import { languageParameter, publicPaths, type PublicPage } from '@savner/contract/pages';
import { useTexts } from '../lib/texts/texts.js';
import { publicFrame as nb } from '../texts/nb/public-frame.js';
import { publicFrame as nn } from '../texts/nn/public-frame.js';
import { Wordmark } from './wordmark.js';

const texts = { nb, nn };
const languages: readonly Language[] = ['nb', 'nn'];

interface PublicFrameProps {
  readonly page: Pick<PublicPage, 'language' | 'path' | 'campaign'>;
  /** A picture above the content, as wide as the window. */
  readonly picture?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every public page: skip link, mark, language, content, and whom to ask. */
export function PublicFrame({ page, picture, children }: PublicFrameProps) {
  const say = useTexts(texts);
  return (
    <div className="site">
      <a className="ds-skip-link" href="#innhold">
        {say('skipToContent')}
      </a>
      <header className="site__top">
        <a
          href={publicPaths.front}
          className="site__home"
          aria-label={`${say('productName')}: ${say('toFront')}`}
        >
          <Wordmark name={say('productName')} />
        </a>
        <nav aria-label={say('languageSwitch')} className="site__languages">
          {languages.map((language) => (
            <a
              key={language}
              href={`${page.path}?${languageParameter}=${language}`}
              hrefLang={language}
              lang={language}
              aria-current={language === page.language ? 'true' : undefined}
            >
              {say(`language.${language}`)}
            </a>
          ))}
        </nav>
      </header>
      {picture}
      <main id="innhold" className="site__content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site__foot">
        <div className="site__foot-inner">
          <Contact page={page} />
          <p>
            <a className="ds-link" href={publicPaths.notice}>
              {say('privacy')}
            </a>
          </p>
          <p className="quiet">{say('footer')}</p>
        </div>
      </footer>
    </div>
  );
}

function Contact({ page: { campaign } }: Pick<PublicFrameProps, 'page'>) {
  const say = useTexts(texts);
  if (campaign === null) return null;
  const { name, email, phone } = campaign.contact;
  if (email === '' && phone === '') return null;
  return (
    <div>
      <p>
        <strong>{say('questions')}</strong> {name}
      </p>
      <p className="site__contact">
        {phone === '' ? null : (
          <a className="ds-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {say('callContact', { phone })}
          </a>
        )}
        {email === '' ? null : (
          <a className="ds-link" href={`mailto:${email}`}>
            {say('writeContact', { email })}
          </a>
        )}
      </p>
    </div>
  );
}
