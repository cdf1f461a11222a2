import type { WorkAssignment } from '../../core/domain/sections/work.ts';
import type { Ports } from '../../core/usecases/ports.ts';

/** The ports of the store, of one kind or the other, with what a contract has to see and no port shows. */
export interface Store {
  ports: Pick<
    Ports,
    | 'policies'
    | 'subjects'
    | 'runs'
    | 'replays'
    | 'members'
    | 'seats'
    | 'invitations'
    | 'billing'
    | 'sessions'
    | 'work'
    | 'assets'
    | 'accountDefaults'
    | 'accounts'
    | 'agencies'
    | 'locations'
    | 'extraProfiles'
    | 'apiUsers'
    | 'accessLists'
    | 'files'
    | 'users'
    | 'standings'
  >;
  /** Moves the clock that says when a replay has expired. */
  moveClock: (milliseconds: number) => void;
  /** The users who are on a campaign, an initiative or a queue. */
  workersOn: (accountId: string, work: WorkAssignment) => Promise<readonly string[]>;
  activeAdministrators: (accountId: string) => Promise<number>;
}

/** A contract is a suite of rules that every store keeps; each test opens a store of its own. */
export type OpenStore = () => Store;
