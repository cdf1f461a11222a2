import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: 'es2023',
    // The page's content security policy takes no inline script; every browser it is built for preloads by itself.
    modulePreload: { polyfill: false },
    // It takes no addresses of data in scripts and style sheets either.
    assetsInlineLimit: 0,
    sourcemap: true,
    rolldownOptions: {
      onLog: (level, log, handle) => {
        // What tells React's server from its browser means nothing where there is only a browser.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
