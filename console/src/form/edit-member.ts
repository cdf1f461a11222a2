import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAccount } from '../api/account.tsx';
import { type Versioned, versionedBodyOf } from '../api/client.ts';
import { ME_KEY, useMe } from '../api/me.ts';
import { type Member, memberQuery, membersKey } from '../api/members.ts';
import { isProblem } from '../api/problem.ts';
import { isSame, valueAt } from './values.ts';

/** One field of a member, by its pointer into the sections, and what was there when the change of it began. */
export interface FieldEdit {
  readonly pointer: string;
  readonly value: unknown;
  readonly base: unknown;
}

/** `now`: what is in the field, as the server writes it. Not saved: somebody else has put it there meanwhile. */
export interface FieldSaved {
  readonly isSaved: boolean;
  readonly now: unknown;
}

const TRIES = 4;

const namesOf = (pointer: string): readonly [string, string] => {
  const [, section = '', field = ''] = pointer.split('/');
  return [section, field];
};

/**
 * Changes one field of a member (C-12). Edits of the same member wait for one another, since each is based on the
 * version before. What others have changed in other fields meanwhile stands; in this one it is never overwritten.
 */
export const useEditMember = (userId: string) => {
  const account = useAccount();
  const { api, accountId } = account;
  const queries = useQueryClient();
  const isMe = useMe().userId === userId;
  const query = memberQuery(account, userId);

  const put = (etag: string, { pointer, value }: FieldEdit): Promise<Versioned<Member>> => {
    const [section, field] = namesOf(pointer);
    return versionedBodyOf(
      api.PATCH('/v1/accounts/{accountId}/members/{userId}', {
        params: { path: { accountId, userId }, header: { 'if-match': etag } },
        body: { sections: { [section]: { [field]: value ?? null } } },
      }),
    );
  };

  const save = async (known: Versioned<Member>, edit: FieldEdit, tries: number): Promise<FieldSaved> => {
    const before = valueAt(known.body.sections, edit.pointer);
    if (!isSame(before, edit.base)) return { isSaved: false, now: before };
    try {
      const saved = await put(known.etag, edit);
      queries.setQueryData(query.queryKey, saved);
      return { isSaved: true, now: valueAt(saved.body.sections, edit.pointer) };
    } catch (error) {
      if (tries === 1 || !isProblem(error, 'changed-meanwhile')) throw error;
      return save(await queries.fetchQuery({ ...query, staleTime: 0 }), edit, tries - 1);
    }
  };

  return useMutation({
    scope: { id: `member ${accountId} ${userId}` },
    mutationFn: async (edit: FieldEdit) => save(await queries.ensureQueryData(query), edit, TRIES),
    onSuccess: async () => {
      await queries.invalidateQueries({
        queryKey: membersKey(accountId),
        // Its answer is the newest there is.
        predicate: ({ queryKey }) => queryKey.join() !== query.queryKey.join(),
      });
      // One's own name stands above every room, which speaks one's own language.
      if (isMe) void queries.invalidateQueries({ queryKey: ME_KEY });
    },
  });
};
