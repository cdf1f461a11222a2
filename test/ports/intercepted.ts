import type { Ports } from '../../core/usecases/ports.ts';
import { Crash } from './state-machine.ts';

/** What stands around a call of a port: it makes the call, or does not. */
type Around = <Result>(name: string, call: () => Promise<Result>) => Promise<Result>;

const wrapped = <Port extends object>(name: string, port: Port, around: Around): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]) =>
        around(`${name}.${String(key)}`, async () => Reflect.apply(method, target, parameters));
    },
  });

/** The same ports, with something around each call that could wait or fail. */
export const intercepted = (ports: Ports, around: Around): Ports => ({
  ...ports,
  runs: wrapped('runs', ports.runs, around),
  replays: wrapped('replays', ports.replays, around),
  members: wrapped('members', ports.members, around),
  seats: wrapped('seats', ports.seats, around),
  invitations: wrapped('invitations', ports.invitations, around),
  work: wrapped('work', ports.work, around),
  assets: wrapped('assets', ports.assets, around),
  accounts: wrapped('accounts', ports.accounts, around),
  users: wrapped('users', ports.users, around),
  standings: wrapped('standings', ports.standings, around),
  policies: wrapped('policies', ports.policies, around),
  subjects: wrapped('subjects', ports.subjects, around),
  agencies: wrapped('agencies', ports.agencies, around),
  apiUsers: wrapped('apiUsers', ports.apiUsers, around),
  accessLists: wrapped('accessLists', ports.accessLists, around),
  apiSignIn: wrapped('apiSignIn', ports.apiSignIn, around),
  identity: wrapped('identity', ports.identity, around),
  mailer: wrapped('mailer', ports.mailer, around),
  workflow: wrapped('workflow', ports.workflow, around),
});

/** The same ports in a process that dies at one call, counted from 0: before its effect, or just after it. */
export const crashingAt = (ports: Ports, fatal: number, when: 'before' | 'after'): Ports => {
  let count = 0;
  return intercepted(ports, async (name, call) => {
    const isFatal = count === fatal;
    count += 1;
    if (isFatal && when === 'before') throw new Crash(name);
    const result = await call();
    if (isFatal) throw new Crash(name);
    return result;
  });
};

/** How many calls of ports something makes. */
export const countCalls = async (ports: Ports, act: (ports: Ports) => Promise<unknown>): Promise<number> => {
  let count = 0;
  await act(
    intercepted(ports, (_, call) => {
      count += 1;
      return call();
    }),
  );
  return count;
};

/** Every moment at which a process can die in so many calls. */
export const momentsIn = (calls: number) =>
  Array.from({ length: calls }, (_, call) => call).flatMap((call) => [
    { call, when: 'before' as const },
    { call, when: 'after' as const },
  ]);
