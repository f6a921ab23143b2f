import type { NoticePage as NoticePageModel } from '@savner/contract/pages';
import { useTexts } from '../../lib/texts/texts.js';
import { notice as nb } from '../../texts/nb/notice.js';
import { notice as nn } from '../../texts/nn/notice.js';
import { PublicFrame } from '../../ui/public-frame.js';

const texts = { nb, nn };
const sections = ['who', 'what', 'why', 'see', 'long', 'rights', 'cookies'] as const;

/** The privacy notice, one tap from everywhere. */
export function NoticePage({ page }: { readonly page: NoticePageModel }) {
  const say = useTexts(texts);
  return (
    <PublicFrame page={page}>
      <article className="prose">
        <h1 className="display-1">{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
        {sections.map((section) => (
          <section key={section}>
            <h2>{say(`${section}.title`)}</h2>
            <p>{say(`${section}.text`)}</p>
          </section>
        ))}
      </article>
    </PublicFrame>
  );
}
