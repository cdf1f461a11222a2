import { NotFound } from '../domain/errors.ts';
import { monthOf, monthsFrom, statementOf } from '../domain/statement.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'accounts' | 'billing' | 'clock'>;

const readAll =
  ({ accounts, billing, clock }: Needs) =>
  async (accountId: string) => {
    const now = clock.now();
    // What happened in this very moment counts.
    const upTo = new Date(now.getTime() + 1).toISOString();
    const [account, entries] = await Promise.all([
      accounts.read(accountId),
      billing.entriesBefore(accountId, upTo),
    ]);
    if (account === undefined) throw new NotFound();
    return { account, entries, now: now.toISOString() };
  };

/** Lists what an account was charged, month by month, newest first (D-18). Throws `NotFound`. */
export const listStatements = (ports: Needs) => async (accountId: string) => {
  const { account, entries, now } = await readAll(ports)(accountId);
  return {
    items: monthsFrom(account.createdAt, now).map((month) => {
      const { open, currency, total } = statementOf(entries, month, now);
      return { month, open, currency, total };
    }),
  };
};

/** Reads the statement of one month, with the account that it is of (D-18). Throws `NotFound`. */
export const readStatement = (ports: Needs) => async (accountId: string, month: string) => {
  const { account, entries, now } = await readAll(ports)(accountId);
  if (month < monthOf(account.createdAt) || month > monthOf(now)) throw new NotFound();
  return { account, statement: statementOf(entries, month, now) };
};
