import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './routes/app.js';
import './ui/app.css';

const root = document.getElementById('root');
if (root === null) throw new Error('app.html has lost its #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
