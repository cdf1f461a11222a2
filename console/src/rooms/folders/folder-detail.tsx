import { Anchor, Breadcrumbs, Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Versioned } from '../../api/client.ts';
import { type Folder, useDeleteFolder, useFolder, useKnownFolders } from '../../api/folders.ts';
import { useWords } from '../../language/language-provider.tsx';
import { DeleteButton } from '../../parts/delete-button.tsx';
import { draftOf, newFolderIn } from './folder-draft.ts';
import { FolderFacts } from './folder-facts.tsx';
import { FolderForm } from './folder-form.tsx';
import classes from './folders.module.css';
import { aboveOf } from './tree-of.ts';
import { FOLDERS_WORDS } from './words.ts';

const DeleteFolder = ({ folder: { body, etag } }: { folder: Versioned<Folder> }) => {
  const words = useWords(FOLDERS_WORDS);
  const { accountId } = useAccount();
  const addresses = addressesIn(accountId);
  const navigate = useNavigate();
  const { mutate, isPending, error } = useDeleteFolder();
  const above = body.parentId === undefined ? addresses.folders : addresses.folder(body.parentId);
  const remove = () =>
    mutate({ folderId: body.folderId, etag }, { onSuccess: () => void navigate(above, { replace: true }) });
  return (
    <DeleteButton
      label={words.remove}
      title={words.removing.title(body.name)}
      text={words.removing.text}
      action={words.removing.do}
      onDelete={remove}
      isPending={isPending}
      error={error}
    />
  );
};

type Doing = 'reading' | 'editing' | 'adding';

/** One folder: what it gives, who is in it, and what one may do with it. */
export const FolderDetail = ({ folderId }: { folderId: string }) => {
  const words = useWords(FOLDERS_WORDS);
  const { accountId, may } = useAccount();
  const addresses = addressesIn(accountId);
  const navigate = useNavigate();
  const folder = useFolder(folderId);
  const above = aboveOf(useKnownFolders(), folderId);
  const [doing, setDoing] = useState<Doing>('reading');
  const { body } = folder;
  const read = () => setDoing('reading');
  if (doing === 'editing')
    return (
      <FolderForm
        title={words.editTitle(body.name)}
        start={draftOf(body)}
        base={folder}
        onDone={read}
        onCancel={read}
      />
    );
  if (doing === 'adding')
    return (
      <FolderForm
        title={words.newTitle(body.name)}
        start={newFolderIn(folderId)}
        onDone={(made) => void navigate(addresses.folder(made.folderId))}
        onCancel={read}
      />
    );
  return (
    <Stack gap="md">
      <div>
        {above.length > 0 && (
          <Breadcrumbs mb={4} className={classes.path ?? ''}>
            {above.map((one) => (
              <Anchor key={one.folderId} component={Link} to={addresses.folder(one.folderId)} size="sm">
                {one.name}
              </Anchor>
            ))}
          </Breadcrumbs>
        )}
        <div className={classes.head}>
          <Title order={2} size="h3">
            {body.name}
          </Title>
          <Group gap="xs">
            {may('changeFolder') && (
              <Button variant="default" onClick={() => setDoing('editing')}>
                {words.edit}
              </Button>
            )}
            {may('deleteFolder') && body.parentId !== undefined && <DeleteFolder folder={folder} />}
          </Group>
        </div>
      </div>
      <Group gap="xs">
        {may('startOnboarding') && (
          <Button component={Link} to={addresses.addUserIn(folderId)}>
            {words.addUser}
          </Button>
        )}
        {may('listMembers') && (
          <Button component={Link} to={addresses.usersIn(folderId)} variant="default">
            {words.usersIn}
          </Button>
        )}
        {may('createFolder') && (
          <Button variant="default" onClick={() => setDoing('adding')}>
            {words.addFolder}
          </Button>
        )}
      </Group>
      <FolderFacts folder={body} />
    </Stack>
  );
};
