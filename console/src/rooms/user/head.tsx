import { useQuery } from '@tanstack/react-query';
import { useAccount } from '../../api/account.tsx';
import { useFolders } from '../../api/folders.ts';
import { useLocations } from '../../api/locations.ts';
import { accessQuery } from '../../api/member-access.ts';
import type { Member } from '../../api/members.ts';
import { useRightNames } from '../../api/right-names.ts';
import { foldersWithPaths } from '../../form/editors/folder-paths.ts';
import { SavedPicture } from '../../form/saved-picture.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { MemberStatus } from '../../parts/member-status.tsx';
import classes from './user.module.css';
import { USER_WORDS } from './words.ts';

/** Who this is, in a line: status, role, folder, location, and whether they have ever been in. */
export const Head = ({ member }: { member: Member }) => {
  const words = useWords(USER_WORDS);
  const account = useAccount();
  const names = useRightNames();
  const { date, list } = useFormats();
  const { data: folders = [] } = useFolders();
  const { data: locations = [] } = useLocations();
  const { data: access } = useQuery({
    ...accessQuery(account, member.userId),
    enabled: account.may('readMemberAccess'),
  });
  const { acceptedAt, invitedAt, waitingFor = [] } = member;
  const role = access?.body.role;
  const facts = [
    role === undefined ? undefined : names.role({ role: role.role, roleName: role.name }),
    foldersWithPaths(folders).find(({ folder }) => folder.folderId === member.folderId)?.path,
    locations.find(({ region }) => region === member.location)?.label ?? member.location,
    acceptedAt !== undefined ? words.firstIn(date(acceptedAt)) : words.neverIn,
    acceptedAt === undefined && invitedAt !== undefined ? words.invited(date(invitedAt)) : undefined,
  ].filter((fact) => fact !== undefined);
  const picture = member.sections.employee?.picture;
  return (
    <div className={classes.who}>
      {picture !== undefined && (
        <SavedPicture
          userId={member.userId}
          fileId={picture}
          alt={words.picture(`${member.firstName} ${member.lastName}`)}
        />
      )}
      <div className={classes.facts}>
        <MemberStatus status={member.status} reason={member.deactivationReason} />
        {facts.map((fact) => (
          <span key={fact} className={classes.fact}>
            {fact}
          </span>
        ))}
        {waitingFor.length > 0 && <span>{words.waits(list(waitingFor.map(names.license)))}</span>}
      </div>
    </div>
  );
};
