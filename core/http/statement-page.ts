import type { Account } from '../domain/account.ts';
import type { LedgerEntry } from '../domain/billing-ledger.ts';
import { escapeHtml } from '../domain/html.ts';
import { licenseFacts } from '../domain/licenses.ts';
import type { Statement } from '../domain/statement.ts';

/** Amounts in words that people pay by; they are counted in the currency's smallest unit. */
const moneyIn = (currency: string): ((amount: number) => string) => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
  return (amount) => format.format(amount / 10 ** digits);
};

const number = new Intl.NumberFormat('en');
const monthName = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayAndTime = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

const row = (cells: readonly string[], tag: 'td' | 'th' = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;

const table = (head: readonly string[], rows: readonly string[], foot = ''): string =>
  `<table><thead>${row(head, 'th')}</thead><tbody>${rows.join('')}</tbody>${foot && `<tfoot>${foot}</tfoot>`}</table>`;

const seats = (owned: Statement['opening'], when: string): string => {
  const some = owned.filter((one) => one.seats > 0);
  const list = some.map(({ kind, seats }) => `${number.format(seats)} ${licenseFacts(kind).name}`);
  return `<p>${escapeHtml(`${when}: ${list.join(', ') || 'no seats'}.`)}</p>`;
};

const changeRows = ({ at, by, planId, lines }: LedgerEntry, money: (amount: number) => string): string[] =>
  lines
    .filter(({ before, after }) => before !== after)
    .map(({ kind, before, after, pricePerSeat }) =>
      row([
        `${dayAndTime.format(new Date(at))} UTC`,
        by,
        planId,
        licenseFacts(kind).name,
        `${number.format(before)} → ${number.format(after)}`,
        money(pricePerSeat),
      ]),
    );

const STYLE = `@page{margin:20mm}body{font:14px/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:2rem 1rem;color:#1d2733;background:#fff}
h1,h2{line-height:1.2}h2{margin-top:2rem;font-size:1.1rem}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #d5dce3}td:first-child{white-space:nowrap}td+td{overflow-wrap:anywhere}.amounts td+td,.amounts th+th{text-align:right}
tfoot td{font-weight:600;border-bottom:3px double #1d2733}tr{break-inside:avoid}.note{color:#5a6875}@media print{body{padding:0;max-width:none}}`;

/** A statement as a page made for paper (D-18): no script, no request to anywhere else. */
export const statementPage = ({ accountId, name }: Account, statement: Statement): string => {
  const { month, open, currency, daysInMonth, daysCharged, lines, total, entries } = statement;
  const money = moneyIn(currency);
  const title = `Statement for ${monthName.format(new Date(`${month}-01T00:00:00.000Z`))}`;
  const charges = lines.map((line) =>
    row([line.name, money(line.pricePerSeat), number.format(line.seatDays), money(line.amount)]),
  );
  const days = open
    ? `The month is not over: ${daysCharged} of ${daysInMonth} days are charged so far.`
    : `${daysInMonth} days.`;
  const changes = entries.flatMap((entry) => changeRows(entry, money));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(`${title} – ${name}`)}</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(title)}</h1><p><b>${escapeHtml(name)}</b><br>${escapeHtml(accountId)}</p><p>${escapeHtml(days)}</p>
<div class="amounts">${table(['License', 'Price of a seat a month', 'Seat-days', `Amount (${currency})`], charges, row(['Total', '', '', money(total)]))}</div>
<p class="note">Each day (UTC) is charged by the seats owned at its end: the price of a month, divided by the days that it has.</p>
<h2>Seats</h2>${seats(statement.opening, 'When the month began')}${seats(statement.closing, open ? 'Now' : 'When it ended')}
<h2>Changes</h2>${changes.length > 0 ? table(['When', 'By', 'Plan', 'License', 'Seats', 'Price of a seat a month'], changes) : '<p>None.</p>'}
</body></html>`;
};
