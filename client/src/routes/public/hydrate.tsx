import { hydrateRoot } from 'react-dom/client';
import type { PublicPage as PublicPageModel } from '@savner/contract/pages';
import { PublicPage } from './public-page.js';
import '../../ui/public.css';

const root = document.getElementById('root');
const model = document.getElementById('page');
if (root !== null && model !== null) {
  hydrateRoot(root, <PublicPage page={JSON.parse(model.textContent ?? '') as PublicPageModel} />);
}
