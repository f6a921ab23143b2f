import type { Language } from './common.js';
import type { FieldProblem } from './errors.js';

/**
 * The public pages are rendered on the server from these models and work without JavaScript;
 * the same React components take over in the browser. The model is all a page knows:
 * it is written into the page as JSON, so it holds nothing the visitor may not see.
 */
export type PublicPage =
  FrontPage | TipFormPage | TipReceiptPage | CardPage | CardReceiptPage | NoticePage | MessagePage;

interface Shared {
  readonly language: Language;
  /** Path of this page without the language, for the language switch. */
  readonly path: string;
  /** Null when no campaign is open. */
  readonly campaign: PublicCampaign | null;
}

export interface PublicCampaign {
  readonly name: string;
  readonly region: string;
  readonly municipalities: readonly { readonly number: string; readonly name: string }[];
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}

export interface FrontPage extends Shared {
  readonly page: 'front';
  /** Chosen by a municipality's own link. */
  readonly municipality: string | null;
  /** Tips so far; null when there are fewer than five. */
  readonly tipCount: number | null;
}

/** Field names of the HTML form; the values are what the visitor typed. */
export const tipFormFields = [
  'municipality',
  'firstNames',
  'lastName',
  'formerName',
  'nickname',
  'birthYear',
  'phone',
  'email',
  'street',
  'postcode',
  'place',
  'country',
  'relation',
  'greeting',
  'othersInHousehold',
  'tipperName',
  'tipperPhone',
  'tipperEmail',
  'maySayName',
  'mayContact',
] as const;
export type TipFormField = (typeof tipFormFields)[number];

export interface TipFormPage extends Shared {
  readonly page: 'tip_form';
  /** Idempotency key, sent back in the hidden field `key`: the same form sent twice is one tip. */
  readonly key: string;
  readonly values: Partial<Record<TipFormField, string>>;
  /** `path` is a field name of the form. */
  readonly problems: readonly FieldProblem[];
}

export interface TipReceiptPage extends Shared {
  readonly page: 'tip_receipt';
  /** For «tip about one more»: the tipper's own fields are kept by the browser, nothing is shown here. */
  readonly municipality: string | null;
}

/** Behind the card's code. The same for known and unknown codes, and free of personal data. */
export interface CardPage extends Shared {
  readonly page: 'card';
  readonly code: string;
}

export interface CardReceiptPage extends Shared {
  readonly page: 'card_receipt';
  readonly choice: 'do_not_call';
}

export interface NoticePage extends Shared {
  readonly page: 'notice';
}

export interface MessagePage extends Shared {
  readonly page: 'message';
  readonly status: 404 | 410 | 422 | 429 | 500 | 503;
  readonly requestId: string | null;
}

/** Made by the client's build, loaded by the server: the whole document as text. */
export interface PublicPageRenderer {
  render(page: PublicPage): string;
}

/** Public addresses, the same on both sides. */
export const publicPaths = {
  front: '/',
  municipality: (number: string) => `/${number}`,
  tipForm: '/tips',
  tipReceipt: '/tips/takk',
  card: (code: string) => `/k/${code}`,
  cardDoNotCall: (code: string) => `/k/${code}/ikke-ring`,
  notice: '/personvern',
} as const;

/** `?spraak=nn` on any public page; remembered in a cookie of the same name. */
export const languageParameter = 'spraak';
