import { defineConfig } from 'vitest/config'

/** Apart from the others, since it needs a browser and a screen: tests/run.mjs brings both. */
export default defineConfig({
  test: {
    include: ['tests/webkit/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One browser after another: the driver serves one session at a time.
    fileParallelism: false,
  },
})
