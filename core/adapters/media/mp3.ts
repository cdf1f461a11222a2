import type { Sound } from './sound.ts';
import { Unreadable } from './unreadable.ts';

/** kbit/s by the index in a frame's header; 0 and 15 are no rate that can be reckoned with. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
/** Samples a second by the index, of MPEG 1; MPEG 2 has half of it, MPEG 2.5 a quarter. */
const FREQUENCIES = [44_100, 48_000, 32_000, 0];

interface Frame {
  length: number;
  samples: number;
  frequency: number;
}

/** The frame of Layer III whose header stands there, if one does. */
const frameAt = (bytes: Buffer, at: number): Frame | undefined => {
  if (at + 4 > bytes.length) return undefined;
  const header = bytes.readUInt32BE(at);
  const version = (header >>> 19) & 3;
  const isLayer3 = ((header >>> 17) & 3) === 1;
  if (header >>> 21 !== 0x7ff || version === 1 || !isLayer3) return undefined;
  const isFirst = version === 3;
  const kilobits = (isFirst ? RATES_1 : RATES_2)[(header >>> 12) & 15] ?? 0;
  const frequency = (FREQUENCIES[(header >>> 10) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
  if (kilobits === 0 || frequency === 0) return undefined;
  const samples = isFirst ? 1_152 : 576;
  const padding = (header >>> 9) & 1;
  return { length: Math.floor((samples * kilobits * 125) / frequency) + padding, samples, frequency };
};

const ID3_HEADER = 10;
const HAS_FOOTER = 0x10;

/** Where the sound begins: after tags of the second kind, whose length is written in seven bits a byte. */
const afterTags = (bytes: Buffer): number => {
  let at = 0;
  while (bytes.toString('latin1', at, at + 3) === 'ID3' && at + ID3_HEADER <= bytes.length) {
    const length = bytes.subarray(at + 6, at + ID3_HEADER).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
    const hasFooter = ((bytes[at + 5] ?? 0) & HAS_FOOTER) !== 0;
    at += ID3_HEADER + length + (hasFooter ? ID3_HEADER : 0);
  }
  // Some writers leave room for longer tags.
  while (bytes[at] === 0) at += 1;
  return at;
};

/** What may come after the last frame, and is left out: tags of the other kinds, room for them, a frame cut off. */
const TAGS = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'];

const isTag = (rest: Buffer): boolean => {
  const begin = rest.toString('latin1', 0, 11);
  return TAGS.some((tag) => begin.startsWith(tag)) || rest.every((byte) => byte === 0);
};

export const isMp3 = (bytes: Buffer): boolean => frameAt(bytes, afterTags(bytes)) !== undefined;

/** An MP3 of its frames, and nothing before, after or between them. Throws `Unreadable`. */
export const readMp3 = (bytes: Buffer): Sound => {
  const begin = afterTags(bytes);
  let at = begin;
  let seconds = 0;
  let frame = frameAt(bytes, at);
  while (frame !== undefined && at + frame.length <= bytes.length) {
    seconds += frame.samples / frame.frequency;
    at += frame.length;
    frame = frameAt(bytes, at);
  }
  // A frame begun and not ended is where the recording was cut off: a moment at most.
  const rest = bytes.subarray(at);
  if (frame === undefined && !isTag(rest)) {
    throw new Unreadable(
      `is an MP3 that holds something other than sound after ${seconds.toFixed(1)} seconds: save it again`,
    );
  }
  return { bytes: bytes.subarray(begin, at), seconds };
};
