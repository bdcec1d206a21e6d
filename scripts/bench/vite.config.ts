import { defineConfig } from 'vite';

const part = process.env['BENCH'] ?? 'workbench';

/** One bench, bundled for the project's own Node. */
export default defineConfig({
  build: {
    ssr: `scripts/bench/${part}.ts`,
    outDir: '.cache/bench',
    emptyOutDir: false,
    target: 'node24',
    rolldownOptions: { output: { entryFileNames: `${part}.mjs` } },
  },
});
