import { Avatar, Button, FileButton, Group, Input, Text } from '@mantine/core';
import { Check, ImageUp } from 'lucide-react';
import { use, useState } from 'react';
import { useUpload } from '../../api/files.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { Editor } from '../field.ts';
import { OwnerContext } from '../owner-context.ts';
import { SavedPicture } from '../saved-picture.tsx';
import { useAddressOf } from '../use-address-of.ts';
import { useLatest } from '../use-latest.ts';
import { textOf } from '../values.ts';
import { EDITOR_WORDS } from './words.ts';

/** A picture that is uploaded as soon as it is chosen; the value is the id under which it is kept. */
export const PictureField: Editor = ({ label, setting, value, onChange, error, readOnly }) => {
  const words = useWords(EDITOR_WORDS);
  const [file, setFile] = useState<File>();
  const change = useLatest(onChange);
  const upload = useUpload('picture');
  const shown = useAddressOf(value === undefined ? undefined : file);
  const userId = use(OwnerContext);
  const isKept = shown === undefined && value !== undefined && userId !== undefined;
  const choose = (chosen: File | null): void => {
    if (chosen === null) return;
    setFile(chosen);
    upload.mutate(chosen, { onSuccess: ({ fileId }) => change(fileId) });
  };
  return (
    <Input.Wrapper label={label} required={setting.required} error={error} labelElement="div">
      <Group gap="sm" mt={4}>
        {shown !== undefined && <Avatar src={shown} alt="" size="lg" />}
        {isKept && <SavedPicture userId={userId} fileId={textOf(value)} alt={label} />}
        <FileButton onChange={choose} accept="image/png,image/jpeg">
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<ImageUp size={16} aria-hidden />}
              loading={upload.isPending}
              disabled={readOnly === true}
            >
              {words.choosePicture}
            </Button>
          )}
        </FileButton>
        {value !== undefined && !isKept && (
          <Group gap={4} role="status">
            <Check size={16} aria-hidden />
            <Text size="sm">{file?.name ?? words.uploaded}</Text>
          </Group>
        )}
        {value !== undefined && readOnly !== true && (
          <Button variant="subtle" size="xs" onClick={() => onChange(undefined)}>
            {words.remove}
          </Button>
        )}
      </Group>
      {upload.isError && <ProblemNotice error={upload.error} />}
    </Input.Wrapper>
  );
};
