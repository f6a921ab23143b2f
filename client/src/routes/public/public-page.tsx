import type { PublicPage as PublicPageModel } from '@savner/contract/pages';
import { CardPage, CardReceipt } from '../../features/card-page/card-page.js';
import { FrontPage } from '../../features/public-site/front-page.js';
import { MessagePage } from '../../features/public-site/message-page.js';
import { NoticePage } from '../../features/public-site/notice-page.js';
import { TipFormPage } from '../../features/tip-form/tip-form-page.js';
import { TipReceipt } from '../../features/tip-form/tip-receipt.js';
import { LanguageContext } from '../../lib/texts/texts.js';

/** The same on the server and in the browser: the model decides everything. */
export function PublicPage({ page }: { readonly page: PublicPageModel }) {
  return <LanguageContext.Provider value={page.language}>{contentOf(page)}</LanguageContext.Provider>;
}

function contentOf(page: PublicPageModel) {
  switch (page.page) {
    case 'front':
      return <FrontPage page={page} />;
    case 'tip_form':
      return <TipFormPage page={page} />;
    case 'tip_receipt':
      return <TipReceipt page={page} />;
    case 'card':
      return <CardPage page={page} />;
    case 'card_receipt':
      return <CardReceipt page={page} />;
    case 'notice':
      return <NoticePage page={page} />;
    case 'message':
      return <MessagePage page={page} />;
  }
}
