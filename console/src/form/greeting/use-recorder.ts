import { useEffect, useRef, useState } from 'react';
import { type NoRecording, type Recording, record } from './record.ts';

/** Callers do not wait longer, and the API takes no more. */
export const MOST_SECONDS = 180;

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'asking' }
  | { readonly name: 'recording'; readonly seconds: number }
  | { readonly name: 'making' }
  | { readonly name: 'failed'; readonly why: NoRecording };

/** A microphone to begin with and to end; what was recorded goes to `onRecorded`. */
export const useRecorder = (onRecorded: (sound: Blob) => void) => {
  const [state, setState] = useState<State>({ name: 'idle' });
  const recording = useRef<Recording>(undefined);
  const isHere = useRef(true);

  const finish = async (): Promise<void> => {
    const going = recording.current;
    recording.current = undefined;
    if (going === undefined) return;
    setState({ name: 'making' });
    try {
      onRecorded(await going.finish());
      setState({ name: 'idle' });
    } catch {
      setState({ name: 'failed', why: 'not-possible' });
    }
  };

  const begin = async (): Promise<void> => {
    setState({ name: 'asking' });
    const begun = await record();
    if (typeof begun === 'string') return setState({ name: 'failed', why: begun });
    // Whoever has left the page while the browser asked is not listened to.
    if (!isHere.current) return begun.abandon();
    recording.current = begun;
    setState({ name: 'recording', seconds: 0 });
  };

  const seconds = state.name === 'recording' ? state.seconds : undefined;
  const latestFinish = useRef(finish);
  latestFinish.current = finish;
  useEffect(() => {
    if (seconds === undefined) return;
    const clock = setTimeout(() => {
      if (seconds + 1 >= MOST_SECONDS) void latestFinish.current();
      else setState({ name: 'recording', seconds: seconds + 1 });
    }, 1_000);
    return () => clearTimeout(clock);
  }, [seconds]);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      recording.current?.abandon();
    };
  }, []);

  return { state, begin, finish };
};
