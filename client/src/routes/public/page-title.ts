import type { PublicPage } from '@savner/contract/pages';
import { sayIn } from '../../lib/texts/texts.js';
import { cardPage as cardNb } from '../../texts/nb/card-page.js';
import { front as frontNb } from '../../texts/nb/front.js';
import { message as messageNb } from '../../texts/nb/message.js';
import { notice as noticeNb } from '../../texts/nb/notice.js';
import { publicFrame as frameNb } from '../../texts/nb/public-frame.js';
import { tipForm as tipNb } from '../../texts/nb/tip-form.js';
import { cardPage as cardNn } from '../../texts/nn/card-page.js';
import { front as frontNn } from '../../texts/nn/front.js';
import { message as messageNn } from '../../texts/nn/message.js';
import { notice as noticeNn } from '../../texts/nn/notice.js';
import { publicFrame as frameNn } from '../../texts/nn/public-frame.js';
import { tipForm as tipNn } from '../../texts/nn/tip-form.js';

/** What the browser tab and a screen reader say first; problems are told before the page's own name. */
export function pageTitle(page: PublicPage): string {
  const product = sayIn({ nb: frameNb, nn: frameNn }, page.language)('productName');
  const own = ownTitle(page);
  return own.startsWith(product) ? own : `${own} – ${product}`;
}

function ownTitle(page: PublicPage): string {
  const { language } = page;
  switch (page.page) {
    case 'front':
      return sayIn({ nb: frontNb, nn: frontNn }, language)(page.campaign === null ? 'closedTitle' : 'title');
    case 'tip_form':
      return formTitle(page);
    case 'tip_receipt':
      return sayIn({ nb: tipNb, nn: tipNn }, language)('receiptTitle');
    case 'card':
      return sayIn({ nb: cardNb, nn: cardNn }, language)('title');
    case 'card_receipt':
      return sayIn({ nb: cardNb, nn: cardNn }, language)('receiptTitle');
    case 'notice':
      return sayIn({ nb: noticeNb, nn: noticeNn }, language)('title');
    case 'message':
      return sayIn({ nb: messageNb, nn: messageNn }, language)(`${page.status}.title`);
  }
}

function formTitle({ language, problems }: Extract<PublicPage, { page: 'tip_form' }>): string {
  const say = sayIn({ nb: tipNb, nn: tipNn }, language);
  if (problems.length === 0) return say('title');
  return problems.length === 1 ? say('problemsOne') : say('problems', { count: problems.length });
}
