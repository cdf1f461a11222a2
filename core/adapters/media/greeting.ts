import { GREETING } from '../../domain/file.ts';
import type { Inspection } from '../../usecases/ports.ts';
import { isMp3, readMp3 } from './mp3.ts';
import type { Sound } from './sound.ts';
import { Unreadable } from './unreadable.ts';
import { isWav, readWav } from './wav.ts';

const lengthFaults = ({ seconds }: Sound): readonly string[] => {
  const { leastSeconds, mostSeconds } = GREETING;
  if (seconds < leastSeconds) return [`is shorter than ${leastSeconds} second`];
  if (seconds > mostSeconds)
    return [`is ${Math.ceil(seconds)} seconds long: callers wait ${mostSeconds} at most`];
  return [];
};

const inspect = (bytes: Buffer): Inspection => {
  const format = isWav(bytes)
    ? { sound: readWav(bytes), contentType: 'audio/wav' }
    : isMp3(bytes)
      ? { sound: readMp3(bytes), contentType: 'audio/mpeg' }
      : undefined;
  if (format === undefined) return { faults: ['is neither a WAV nor an MP3, whatever its name says'] };
  const { sound, contentType } = format;
  const faults = lengthFaults(sound);
  if (faults.length > 0) return { faults };
  const seconds = Math.round(sound.seconds * 100) / 100;
  return { kept: sound.bytes, content: { contentType, bytes: sound.bytes.length, seconds } };
};

/** Puts the greeting together anew of its sound, so that nothing else of the file is left. */
export const inspectGreeting = (bytes: Buffer): Inspection => {
  try {
    return inspect(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [error.message] };
    throw error;
  }
};
