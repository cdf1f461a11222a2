import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { Pixels } from './pixels.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const DAMAGED = 'is a PNG that cannot be read: it is damaged or cut off';

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(SIGNATURE);

/** How many samples a pixel has, by the PNG's type of colour: grey, colours, palette, grey with opacity, with opacity. */
const SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** How many bits a sample can have. */
const DEPTHS = [1, 2, 4, 8, 16];

interface Header {
  width: number;
  height: number;
  /** A bound on what the pixels take when they are inflated, in bytes. */
  mostInflated: number;
  isInterlaced: boolean;
}

/** What a PNG says of itself, before anything of it is inflated. Throws `Unreadable`. */
export const readPngHeader = (bytes: Buffer): Header => {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Unreadable(DAMAGED);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const bitsPerSample = bytes.readUInt8(24);
  const samples = SAMPLES[bytes.readUInt8(25)];
  if (samples === undefined || width === 0 || height === 0) throw new Unreadable(DAMAGED);
  // One that names more bits than there are would have its pixels inflated to many times what they can take.
  if (!DEPTHS.includes(bitsPerSample)) throw new Unreadable(DAMAGED);
  const bytesInRow = Math.ceil((width * samples * bitsPerSample) / 8) + 1;
  const isInterlaced = bytes.readUInt8(28) !== 0;
  // Interlaced, an image comes in seven, of fewer rows together than twice its own, each rounded up to a byte.
  return { width, height, isInterlaced, mostInflated: bytesInRow * height * (isInterlaced ? 2 : 1) + 64 };
};

/** What it takes to draw the image; the rest, which is text, times, profiles and whatever else, is not looked at. */
const NEEDED = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/** The needed chunks up to the end of the image, and the compressed pixels among them. Throws `Unreadable`. */
const readChunks = (bytes: Buffer): { needed: Buffer; compressed: Buffer } => {
  const needed: Buffer[] = [SIGNATURE];
  const compressed: Buffer[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (NEEDED.includes(type)) needed.push(bytes.subarray(at, at + 12 + length));
    if (type === 'IDAT') compressed.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return { needed: Buffer.concat(needed), compressed: Buffer.concat(compressed) };
    at += 12 + length;
  }
  throw new Unreadable(DAMAGED);
};

/** The pixels of a PNG of acceptable size. Throws `Unreadable`. */
export const decodePng = (bytes: Buffer, { isInterlaced, mostInflated }: Header): Pixels => {
  const { needed, compressed } = readChunks(bytes);
  return orUnreadable(() => {
    // pngjs inflates no more than the pixels take, but of an interlaced image whatever there is.
    if (isInterlaced) inflateSync(compressed, { maxOutputLength: mostInflated });
    const { width, height, data } = PNG.sync.read(needed);
    return { width, height, data };
  }, DAMAGED);
};

export const encodePng = ({ width, height, data }: Pixels): Buffer => {
  const image = new PNG({ width, height });
  image.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return PNG.sync.write(image, { colorType: 6 });
};
