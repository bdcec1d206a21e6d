import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,scripts,seeds}/**/*.test.{ts,tsx,mjs}'],
    testTimeout: 60_000,
  },
});
