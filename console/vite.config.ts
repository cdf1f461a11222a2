import { defineConfig } from 'vite';

const COLOURS_OF_ROOMS =
  /^--mantine-color-(?:pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange)-/;

export default defineConfig({
  css: {
    postcss: {
      plugins: [
        {
          // The first screen has the colours that it shows; all of them come with `signed-in.css`.
          postcssPlugin: 'colours-of-the-first-screen',
          Once: (root) => {
            if (root.source?.input.file?.endsWith('/first.css') !== true) return;
            root.walkDecls(COLOURS_OF_ROOMS, (declaration) => {
              declaration.remove();
            });
          },
        },
      ],
    },
  },
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
