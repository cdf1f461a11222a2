/** How much of a big count a run does: all of it in `npm run test:full`, a part in `npm test`. */
export const size = ({ test, full }: { test: number; full: number }): number =>
  process.env.ROLLCALL_TEST_SIZE === 'full' ? full : test;
