import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import classes from './licenses.module.css';
import { pathOf, type SeatLine, scalesOf } from './seat-history.ts';
import { LICENSES_WORDS } from './words.ts';

const LEFT = 56;
const TOP = 10;
const BOTTOM = 32;
const FRAME = { width: 640, height: 170 };

/** Colours that stand out from either ground; besides them, each line has dashes of its own. */
const COLOURS = ['brand', 'blue', 'orange', 'grape', 'red', 'cyan', 'yellow', 'gray'] as const;
const DASHES = ['none', '7 3', '2 3', '10 3 2 3', '4 4', '1 2', '12 4', '6 2 1 2'] as const;

const lookOf = (index: number) => ({
  stroke: `var(--mantine-color-${COLOURS[index % COLOURS.length]}-5)`,
  strokeDasharray: DASHES[index % DASHES.length],
});

/** The seats owned over time, as steps; in words for whoever does not see them. */
export const SeatsChart = ({ lines }: { lines: readonly SeatLine[] }) => {
  const words = useWords(LICENSES_WORDS).history;
  const names = useRightNames();
  const { date, dateTime, number } = useFormats();
  const scales = scalesOf(lines, FRAME);
  const told = lines.map(({ kind, points }) =>
    words.line(names.license(kind), points[0]?.seats ?? 0, points.at(-1)?.seats ?? 0),
  );
  const ends = [scales.from, scales.to].map((at) => new Date(at).toISOString());
  // Both ends on one day: then the hour tells them apart.
  const [from, to] = new Set(ends.map(date)).size === 1 ? ends.map(dateTime) : ends.map(date);
  return (
    <>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${LEFT + FRAME.width + 8} ${TOP + FRAME.height + BOTTOM}`}
        preserveAspectRatio="xMinYMin"
        role="img"
        aria-label={words.summary(told.join(' '))}
      >
        <g transform={`translate(${LEFT} ${TOP})`}>
          {[0, scales.top].map((seats) => (
            <g key={seats} transform={`translate(0 ${scales.y(seats)})`}>
              <line className={classes.axis} x2={FRAME.width} />
              <text x={-6} dy="0.32em" textAnchor="end">
                {number(seats)}
              </text>
            </g>
          ))}
          <text y={FRAME.height + 24}>{from}</text>
          <text x={FRAME.width} y={FRAME.height + 24} textAnchor="end">
            {to}
          </text>
          {lines.map((line, index) => (
            <path key={line.kind} className={classes.line} d={pathOf(line, scales)} {...lookOf(index)} />
          ))}
        </g>
      </svg>
      <ul className={classes.legend} aria-hidden>
        {lines.map(({ kind }, index) => (
          <li key={kind}>
            <svg className={classes.key} viewBox="0 0 20 8" aria-hidden>
              <path d="M0 4H20" className={classes.line} {...lookOf(index)} />
            </svg>
            {names.license(kind)}
          </li>
        ))}
      </ul>
    </>
  );
};
