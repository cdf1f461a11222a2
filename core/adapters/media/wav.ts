import type { Sound } from './sound.ts';
import { Unreadable } from './unreadable.ts';

/** Codes of formats that every phone system and browser reads: PCM, floating point, and the two of telephone lines. */
const PCM = 1;
const FORMATS = [PCM, 3, 6, 7];
/** The code then stands in an extension of the format. */
const EXTENSIBLE = 0xfffe;

/** A recorder that did not know yet how long it would go on. */
const UNTIL_THE_END = 0xffffffff;

export const isWav = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE';

interface Chunks {
  format?: Buffer;
  data?: Buffer;
}

const readChunks = (bytes: Buffer): Chunks => {
  const chunks: Chunks = {};
  for (let at = 12; at + 8 <= bytes.length && chunks.data === undefined; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const said = bytes.readUInt32LE(at + 4);
    const length = name === 'data' && said === UNTIL_THE_END ? bytes.length - at - 8 : said;
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length) throw new Unreadable('is a WAV that is cut off');
    if (name === 'fmt ') chunks.format = content;
    if (name === 'data') chunks.data = content;
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return chunks;
};

const chunk = (name: string, content: Buffer): readonly Buffer[] => {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return [head, content, Buffer.alloc(content.length % 2)];
};

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** A WAV with its format and its samples, and no other chunk. Throws `Unreadable`. */
export const readWav = (bytes: Buffer): Sound => {
  const { format, data } = readChunks(bytes);
  if (format === undefined || data === undefined || format.length < 16) {
    throw new Unreadable('is a WAV without sound');
  }
  const code = format.readUInt16LE(0);
  const isExtensible = code === EXTENSIBLE && format.length >= 40;
  const coded = isExtensible ? format.readUInt16LE(24) : code;
  const channels = format.readUInt16LE(2);
  const rate = format.readUInt32LE(4);
  const bytesPerSample = format.readUInt16LE(12);
  if (!FORMATS.includes(coded)) {
    throw new Unreadable('is a WAV in a coding that few can play: save it as PCM, A-law or µ-law');
  }
  if (channels < 1 || channels > 2 || rate < 8_000 || rate > 96_000 || bytesPerSample < 1) {
    throw new Unreadable('is a WAV that few can play: save it with one or two channels, at 8 to 96 kHz');
  }
  const samples = Math.floor(data.length / bytesPerSample);
  const body = [
    ...chunk('fmt ', format.subarray(0, isExtensible ? 40 : Math.min(format.length, 18))),
    // What is not PCM says how many samples it has.
    ...(coded === PCM ? [] : chunk('fact', number(samples))),
    ...chunk('data', data.subarray(0, samples * bytesPerSample)),
  ];
  const content = Buffer.concat([Buffer.from('WAVE', 'latin1'), ...body]);
  const riff = chunk('RIFF', content);
  return { bytes: Buffer.concat(riff), seconds: samples / rate };
};
