import type { ReactNode } from 'react';
import { LanguageSwitch } from '../features/session/language.js';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Mountains } from '../ui/mountains.js';
import { Page } from '../ui/page.js';
import { Wordmark } from '../ui/wordmark.js';
import { useChooseLanguage } from './choose-language.js';

interface DoorProps {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

/** The pages before sign-in: the mountains, and one thing to do. */
export function Door({ title, intro, children }: DoorProps) {
  const say = useTexts(commonTexts);
  return (
    <div className="door">
      <div className="door__picture">
        <Mountains />
      </div>
      <main className="door__content">
        <div className="panel">
          <div className="door__bar">
            <Wordmark name={say('productName')} />
            <LanguageSwitch onChoose={useChooseLanguage()} />
          </div>
          <Page title={title} {...(intro === undefined ? {} : { intro })} width="narrow">
            {children}
          </Page>
        </div>
      </main>
    </div>
  );
}
