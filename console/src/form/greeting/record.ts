import { GREETING_RATE, mono, wavOf } from './wav.ts';

/** Why nothing is recorded: the person or the machine does not let us use a microphone, or it has none. */
export type NoRecording = 'refused' | 'no-microphone' | 'not-possible';

/** A recording that goes on. */
export interface Recording {
  /** Ends it; what was recorded, as a WAV. */
  readonly finish: () => Promise<Blob>;
  /** Ends it, and forgets it. */
  readonly abandon: () => void;
}

const reasonOf = (error: unknown): NoRecording => {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-microphone';
    default:
      return 'not-possible';
  }
};

/** What a browser can play, whatever it is called and wrapped in, as a WAV that a phone can play. Rejects when it cannot. */
const asWav = async (sound: Blob): Promise<Blob> => {
  // The decoder of a context gives its samples at the context's rate.
  const context = new OfflineAudioContext(1, 1, GREETING_RATE);
  const decoded = await context.decodeAudioData(await sound.arrayBuffer());
  const channels = Array.from({ length: decoded.numberOfChannels }, (_, index) =>
    decoded.getChannelData(index),
  );
  return new Blob([wavOf(mono(channels), decoded.sampleRate)], { type: 'audio/wav' });
};

/** Begins to record from the microphone; asks the person first, as the browser does. */
export const record = async (): Promise<Recording | NoRecording> => {
  // Not in every browser, and only where the page has come by TLS.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined || !('MediaRecorder' in window)) return 'not-possible';
  try {
    const stream = await devices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
    return recordingOf(stream);
  } catch (error) {
    return reasonOf(error);
  }
};

const recordingOf = (stream: MediaStream): Recording => {
  const parts: Blob[] = [];
  const recorder = new MediaRecorder(stream);
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
  });
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
    // The light of the microphone goes out.
    for (const track of stream.getTracks()) track.stop();
  };
  recorder.start();
  return {
    finish: async () => {
      stop();
      await ended;
      return asWav(new Blob(parts, { type: recorder.mimeType }));
    },
    abandon: stop,
  };
};
