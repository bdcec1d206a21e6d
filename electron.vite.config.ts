import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// The older of the two Electrons the program must run on sets the targets (docs/decisions/0002).
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: 'electron/main/index.ts',
          variorum: 'electron/cli/index.ts',
          // Threads are started from a file (electron/main/application.ts).
          'import-worker': 'electron/jobs/import-worker.ts',
          'preview-worker': 'electron/jobs/preview-worker.ts',
          'read-ahead-thread': 'electron/exchange/read-ahead/thread.ts',
          'bulk-worker': 'electron/jobs/bulk-worker.ts',
          'exchange-worker': 'electron/jobs/exchange-worker.ts',
          'reading-worker': 'electron/jobs/reading-worker.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: nodeTarget,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: chromeTarget,
      rolldownOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});
