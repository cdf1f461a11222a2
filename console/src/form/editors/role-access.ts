import { type NewMemberPreviewRequest, useNewMemberPreview } from '../../api/new-member.ts';
import { useForm } from '../form-context.ts';
import { isRecord, valueAt } from '../values.ts';

const isAsked = (asked: unknown): asked is NewMemberPreviewRequest => isRecord(asked);

/** What somebody new has by folder and role alone, as long as it can be told: what else is ticked comes on top (C-15). */
export const useRoleAccess = () => {
  const { sections } = useForm();
  const folderId = valueAt(sections, '/profile/folderId');
  const role = valueAt(sections, '/permissions/role');
  const asked = {
    ...(folderId !== undefined && { folderId }),
    permissions: { ...(role !== undefined && { role }) },
  };
  return useNewMemberPreview(isAsked(asked) ? asked : { permissions: {} }).data?.access;
};
