import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first has no window to draw, which takes a third off the time of the browser tests. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium of this machine: `CHROMIUM`, or the first on the path; the browser tests need one. */
export const findChromium = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM ?? '', ...candidates].find((path) => path !== '' && existsSync(path));
};
