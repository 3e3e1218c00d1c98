import { createRoot } from 'react-dom/client';
import './styles/font.css';
import './styles/tokens.css';
import './styles/base.css';
import { Root } from './app/Root';
import { leadToProblem } from './app/lead-to-problem';
import { reportUnexpected } from './app/report-unexpected';
import { giveMemoryBackAtRest } from './till/give-memory-back';
import { startTill } from './till/start-till';

const page = document.getElementById('root');
if (!page) throw new Error('index.html has no #root');

reportUnexpected();
leadToProblem();
giveMemoryBackAtRest(window, () => {
  window.till.giveMemoryBack();
});
const markReady = (ready: boolean) => {
  page.dataset.ready = String(ready);
};
createRoot(page).render(<Root starting={startTill()} markReady={markReady} />);
