import { type Authority, reaches } from '../domain/authorization/authority.ts';
import type { CauseCode } from '../domain/diagnosis.ts';
import type { User } from '../domain/member.ts';
import { fullName } from '../domain/sections/profile.ts';
import type { Ports } from './ports.ts';

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase().normalize('NFKC');

/** Whether what is typed is a member's whom whoever asks reaches: of others they are not told that there are any. */
const isOfAnother =
  ({ users, members }: Pick<Ports, 'users' | 'members'>) =>
  async (authority: Authority, typed: string): Promise<boolean> => {
    const owner = (await users.findByEmail(typed)) ?? (await users.findByLoginId(typed));
    if (owner === undefined) return false;
    const [member] = await members.heads(authority.accountId, [owner]);
    return member !== undefined && reaches(authority, member);
  };

/** What is wrong with what they type to sign in (C-46). */
export const diagnoseSignInName =
  (ports: Pick<Ports, 'users' | 'members'>) =>
  async (authority: Authority, user: User, signInName: string | undefined): Promise<readonly CauseCode[]> => {
    if (signInName === undefined) return [];
    const typed = folded(signInName);
    if (typed === user.email) return [];
    if (typed === user.loginId) return user.acceptedAt === undefined ? ['login-id-not-yet'] : [];
    if (await isOfAnother(ports)(authority, typed)) return ['signs-in-as-another'];
    const theirs = [user.firstName, user.lastName, fullName(user)].map(folded);
    return [theirs.includes(typed) ? 'name-for-login-id' : 'unknown-login'];
  };
