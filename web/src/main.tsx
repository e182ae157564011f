import { createRoot } from 'react-dom/client';
import { App } from './app';
import './style/base.css';
import './style/page.css';
import './style/rows.css';
import './style/chat.css';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
