import { Avatar } from '@mantine/core';
import { useFileAddress } from '../api/files.ts';
import classes from './saved-picture.module.css';

interface SavedPictureProps {
  readonly userId: string;
  readonly fileId: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
}

/** A picture that is kept (D-10). */
export const SavedPicture = ({ userId, fileId, alt }: SavedPictureProps) => {
  const { data } = useFileAddress(userId, fileId);
  return <Avatar src={data?.url ?? null} alt={alt} size="lg" className={classes.picture ?? ''} />;
};
