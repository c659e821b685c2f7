import '@mantine/core/styles.css';
import '@mantine/dropzone/styles.css';
import './app/global.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { composeArchiveSaver, composeRecovery, composeServices, readNewerLibrary } from './app/compose';
import { Opening } from './app/opening';
import { StartUpProblem } from './app/start-up-problem';

/** Most starts take less, and show nothing that would go away again. */
const SHOWN_AFTER_MS = 1_000;

async function start(): Promise<void> {
  const container = document.getElementById('root');
  if (container === null) throw new Error('index.html has no #root');
  const root = createRoot(container);
  const recovery = composeRecovery();
  const saver = composeArchiveSaver();
  const showProblem = (error: unknown): void => {
    root.render(<StartUpProblem error={error} recovery={recovery} saver={saver} readStored={readNewerLibrary} />);
  };
  // A library that is brought back from outside takes a while.
  const slow = window.setTimeout(() => {
    root.render(<Opening />);
  }, SHOWN_AFTER_MS);
  try {
    const services = await composeServices(showProblem);
    window.clearTimeout(slow);
    // In slices: the first page of a large library takes long to draw.
    startTransition(() => {
      root.render(
        <StrictMode>
          <App services={services} />
        </StrictMode>,
      );
    });
  } catch (error) {
    window.clearTimeout(slow);
    showProblem(error);
  }
}

void start();
