import { Alert, Button, FileButton, Group, Input, Stack, Text } from '@mantine/core';
import { CircleStop, Mic, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useUpload } from '../api/files.ts';
import { useWords } from '../language/language-provider.tsx';
import { useFormats } from '../language/use-formats.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { Editor } from './field.ts';
import classes from './greeting/greeting.module.css';
import { SavedGreeting } from './greeting/saved-greeting.tsx';
import { MOST_SECONDS, useRecorder } from './greeting/use-recorder.ts';
import { GREETING_WORDS } from './greeting/words.ts';
import { useAddressOf } from './use-address-of.ts';
import { useLatest } from './use-latest.ts';

interface Chosen {
  readonly name: string;
  readonly sound: Blob;
}

/** The away message of a voicemail, uploaded or recorded; it is heard before it is taken (C-51). */
export const GreetingField: Editor = ({ label, setting, value, onChange, error, readOnly }) => {
  const words = useWords(GREETING_WORDS);
  const { number } = useFormats();
  const [chosen, setChosen] = useState<Chosen>();
  const change = useLatest(onChange);
  const upload = useUpload('greeting');
  const begin = useRef<HTMLButtonElement>(null);
  const recorder = useRecorder((sound) => setChosen({ name: words.recorded, sound }));
  const address = useAddressOf(chosen?.sound);
  const { state } = recorder;
  const isRecording = state.name === 'recording';
  const isBusy = state.name === 'asking' || state.name === 'making';

  const choose = (next: Chosen | undefined): void => {
    upload.reset();
    setChosen(next);
  };
  const take = ({ sound }: Chosen): void => {
    // The button that was pressed goes: whoever works by keyboard goes on from here.
    begin.current?.focus();
    upload.mutate(sound, {
      onSuccess: ({ fileId }) => {
        setChosen(undefined);
        change(fileId);
      },
    });
  };

  return (
    <Input.Wrapper
      label={label}
      description={words.limits}
      required={setting.required}
      error={error}
      labelElement="div"
      role="group"
      aria-label={label}
    >
      <Stack gap="sm" mt="xs" align="flex-start">
        {typeof value === 'string' && chosen === undefined && (
          <Group gap="xs">
            <SavedGreeting key={value} fileId={value} />
            {readOnly !== true && (
              <Button variant="subtle" size="compact-sm" onClick={() => onChange(undefined)}>
                {words.remove}
              </Button>
            )}
          </Group>
        )}
        {readOnly !== true && (
          <Group gap="xs">
            <Button
              ref={begin}
              variant="default"
              leftSection={isRecording ? <CircleStop size={16} aria-hidden /> : <Mic size={16} aria-hidden />}
              // Whoever works by keyboard would lose their place with a button that is disabled.
              aria-disabled={isBusy}
              onClick={() => {
                if (isBusy) return;
                if (isRecording) return void recorder.finish();
                choose(undefined);
                void recorder.begin();
              }}
            >
              {isRecording ? words.stop : words.record}
            </Button>
            <FileButton
              accept="audio/wav,audio/mpeg,.wav,.mp3"
              onChange={(file) => choose(file === null ? undefined : { name: file.name, sound: file })}
            >
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  disabled={isRecording}
                  leftSection={<Upload size={16} aria-hidden />}
                >
                  {words.choose}
                </Button>
              )}
            </FileButton>
          </Group>
        )}
        <Text size="sm" role="status" className={classes.status ?? ''}>
          {isRecording && words.recording(number(state.seconds), number(MOST_SECONDS))}
          {state.name === 'asking' && words.asking}
          {state.name === 'making' && words.making}
        </Text>
        {state.name === 'failed' && <Alert color="yellow">{words.failed[state.why]}</Alert>}
        {chosen !== undefined && (
          <div className={classes.chosen}>
            <Text size="sm">{`${chosen.name} · ${words.listen}`}</Text>
            {/* biome-ignore lint/a11y/useMediaCaption: it is one's own greeting, just recorded or chosen */}
            <audio controls src={address} aria-label={words.yours} />
            <Group gap="xs">
              <Button onClick={() => take(chosen)} loading={upload.isPending}>
                {words.use}
              </Button>
              <Button variant="default" onClick={() => choose(undefined)} disabled={upload.isPending}>
                {words.discard}
              </Button>
            </Group>
            {upload.isError && <ProblemNotice error={upload.error} />}
          </div>
        )}
      </Stack>
    </Input.Wrapper>
  );
};
