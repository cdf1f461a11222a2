import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: 'es2023',
    // The page's content security policy takes no inline script; every browser it is built for preloads by itself.
    modulePreload: { polyfill: false },
    sourcemap: true,
  },
});
