import { Avatar, Button, FileButton, Group, Input, Text } from '@mantine/core';
import { Check, ImageUp, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type FilePurpose, useUpload } from '../../api/files.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Editor, EditorProps } from '../field.ts';
import { EDITOR_WORDS } from './words.ts';

/** An address of what was chosen, for this page alone, as long as it shows it. */
const useShownFile = (file: File | undefined): string | undefined => {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (file === undefined) return setShown(undefined);
    const address = URL.createObjectURL(file);
    setShown(address);
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return shown;
};

interface FileFieldProps extends EditorProps {
  readonly purpose: FilePurpose;
  readonly accept: string;
}

/** A file that is uploaded as soon as it is chosen; the value is the id under which it is kept. */
const FileField = ({ purpose, accept, label, setting, value, onChange, error, readOnly }: FileFieldProps) => {
  const words = useWords(EDITOR_WORDS);
  const [file, setFile] = useState<File>();
  const upload = useUpload(purpose);
  const shown = useShownFile(value === undefined ? undefined : file);
  const Icon = purpose === 'picture' ? ImageUp : Upload;
  const choose = (chosen: File | null): void => {
    if (chosen === null) return;
    setFile(chosen);
    upload.mutate(chosen, { onSuccess: ({ fileId }) => onChange(fileId) });
  };
  return (
    <Input.Wrapper label={label} required={setting.required} error={error} labelElement="div">
      <Group gap="sm" mt={4}>
        {purpose === 'picture' && shown !== undefined && <Avatar src={shown} alt="" size="lg" />}
        <FileButton onChange={choose} accept={accept}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<Icon size={16} aria-hidden />}
              loading={upload.isPending}
              disabled={readOnly === true}
            >
              {purpose === 'picture' ? words.choosePicture : words.chooseGreeting}
            </Button>
          )}
        </FileButton>
        {value !== undefined && (
          <>
            <Group gap={4} role="status">
              <Check size={16} aria-hidden />
              <Text size="sm">{file?.name ?? words.uploaded}</Text>
            </Group>
            {readOnly !== true && (
              <Button variant="subtle" size="xs" onClick={() => onChange(undefined)}>
                {words.remove}
              </Button>
            )}
          </>
        )}
      </Group>
      {upload.isError && <ProblemNotice error={upload.error} />}
    </Input.Wrapper>
  );
};

export const PictureField: Editor = (props) => (
  <FileField {...props} purpose="picture" accept="image/png,image/jpeg" />
);

export const GreetingFileField: Editor = (props) => (
  <FileField {...props} purpose="greeting" accept="audio/wav,audio/mpeg,.wav,.mp3" />
);
