import type { Use } from '../../domain/authorization/uses.ts';
import type { AgencyMembership, Member, MemberStatus, User } from '../../domain/member.ts';
import type { SectionRecord } from '../../domain/section-record.ts';
import type { MemberRef } from './refs.ts';
import type { Page, PageRequest, Stamp } from './stamp.ts';

/** A member with what the steps have left so far. */
export interface MemberRecord {
  member: Member;
  records: readonly SectionRecord[];
}

export interface Members {
  /** Creates user and member (`onboarding`) with the profile's record; a repeat by the same run does nothing. */
  create(user: User, member: Member, record: SectionRecord, stamp: Stamp): Promise<void>;
  /**
   * Leaves a step's record, and takes into use the assets and files that it names; a repeat by the same run does nothing.
   * Throws `AssetGone` when one of them is not there any more, or is archived, or is somebody else's.
   */
  record(ref: MemberRef, record: SectionRecord, stamp: Stamp): Promise<void>;
  /** Creates the member (`onboarding`) of a user who exists, with the profile's record; a repeat by the same run does nothing. */
  join(member: Member, record: SectionRecord, stamp: Stamp): Promise<void>;
  read(ref: MemberRef): Promise<MemberRecord | undefined>;
  /** The heads of up to 100 members of an account; who is not there is left out. */
  heads(accountId: string, userIds: readonly string[]): Promise<readonly Member[]>;
  /**
   * By name (by email or login ID if one is searched for), those that `sees` lets through; looks at no more than 1,000,
   * so a page may be short and yet have a cursor.
   * Throws `InvalidRequest` for a cursor that is not ours.
   */
  list(
    accountId: string,
    filter: MemberFilter,
    page: PageRequest,
    sees?: (member: ListedMember) => boolean,
  ): Promise<Page<ListedMember>>;
  /**
   * Changes what a member may do, all of it or nothing, if nobody has changed it since it was read.
   * Throws `ChangedMeanwhile`, `LastAdministrator`.
   */
  change(change: MemberChange, stamp: Stamp): Promise<void>;
  /**
   * Changes a member's profile, settings and work, all of it or nothing, if nobody has since they were read: the claims on
   * email, login ID and extension move, and so do the uses of assets and files, which `stamp.by` has uploaded. No more than
   * fits one transaction: see `edit-member.ts`. With a new email or login ID tokens from before are refused. Throws
   * `ChangedMeanwhile`, also for a new email or login ID of a person who is in another account too, or was signed out later; `UserExists`, `LoginIdTaken`, `ExtensionTaken`, `AssetGone`, with pointers from `/sections` on.
   */
  edit(edit: MemberEdit, stamp: Stamp): Promise<void>;
  /**
   * What the person is called has changed elsewhere: their head and profile here say so too, at the next version. Does
   * nothing when they say so already, and when the user's own head says otherwise by now. Throws `Busy`.
   */
  rename(ref: MemberRef, person: PersonalData, stamp: Stamp): Promise<void>;
  /** The member was invited anew at that time. Does nothing to who is not there. */
  noteInvitation(ref: MemberRef, at: string, stamp: Stamp): Promise<void>;
  /**
   * Removes an onboarding member and their user with all that the steps left, and gives up the assets and files that it
   * names; a repeat does nothing.
   */
  remove(record: MemberRecord, stamp: Stamp): Promise<void>;
  /** The same, but leaves the user. */
  leave(record: MemberRecord, stamp: Stamp): Promise<void>;
}

/** What a list has of a member. */
export type ListedMember = Omit<Member, 'signedOutAt'>;

/** What a list of members is about. One of these decides which index is read; the others are looked at one by one. */
export interface MemberFilter {
  /** All of them, if absent. */
  status?: MemberStatus | undefined;
  folderId?: string | undefined;
  /** Who has this role by hand, or has none by hand and is in one of these folders. */
  role?: { byHand: string; folders: ReadonlySet<string> } | undefined;
  location?: string | undefined;
  /**
   * The beginning of one of these; no more than one is given. An email and a login ID are in the form in which they are
   * stored; a name is matched whatever its case and accents.
   */
  namePrefix?: string | undefined;
  emailPrefix?: string | undefined;
  loginIdPrefix?: string | undefined;
}

/** What belongs to the person, and is copied into each of their memberships. */
export type PersonalData = Pick<User, 'firstName' | 'lastName' | 'email' | 'loginId' | 'language'>;

/** What becomes of a member's profile, settings and work. */
export interface MemberEdit {
  /** As it was read. */
  before: MemberRecord;
  /** With the next version. */
  member: Member;
  /** What becomes of the person: it goes into the user's head too. */
  person?: PersonalData;
  /** The sections that change, whole. */
  records: readonly SectionRecord[];
  /** Leaves an invitation to be sent, due at this time (RFC 3339) at the latest. */
  invitationDue?: string;
}

/** What becomes of a member's head; `before` is what was read, `member` has the next `version`. */
export interface HeadChange {
  before: MemberRecord;
  member: Member;
  /** By how many the active administrators of the account change. */
  administrators: -1 | 0 | 1;
  /** What becomes of the user's agency role, if anything. */
  agencyRole?: { is: AgencyMembership | undefined };
}

/** What becomes of a member's access. */
export interface MemberChange extends HeadChange {
  /** The sections that change; `data` undefined takes a restriction away. */
  records: readonly SectionRecord[];
  taken: readonly Use[];
  givenUp: readonly Use[];
}
