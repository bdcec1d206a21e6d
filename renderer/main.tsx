/** Where the page starts. */
import './strict-page.ts';
import { createRoot } from 'react-dom/client';
import { startText } from './catalogue/start.ts';
import { windowBridge } from './client/bridge.ts';
import './editor/editor.css';
import './theme/theme.css';
import { App } from './views/app.tsx';
import { StartFailure } from './views/start/start-view.tsx';
import { followTheme } from './views/theme-choice.ts';
import './views/views.css';

const place = document.querySelector('#window');
if (place === null) throw new Error('The page has no #window.');
const root = createRoot(place);
try {
  const bridge = windowBridge();
  followTheme(bridge);
  root.render(<App bridge={bridge} />);
} catch (error) {
  root.render(
    <StartFailure title={startText.noBridge} message={error instanceof Error ? error.message : String(error)} />,
  );
}
