const SHORTEST = 20;

/** Where a slider ends: with room for twice as many, at a round number, and never above what the plan allows. */
export const sliderEnd = ({
  purchased,
  most,
}: {
  readonly purchased: number;
  readonly most: number;
}): number => {
  const wished = Math.max(SHORTEST, purchased * 2);
  const step = 10 ** Math.floor(Math.log10(wished));
  return Math.min(most, Math.ceil(wished / step) * step);
};
