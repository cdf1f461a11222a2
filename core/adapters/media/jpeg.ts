import { decode, encode } from 'jpeg-js';
import { PICTURE } from '../../domain/file.ts';
import type { Pixels } from './pixels.ts';
import { orUnreadable, Unreadable } from './unreadable.ts';

const DAMAGED = 'is a JPEG that cannot be read: it is damaged or cut off';

/** A progressive photo has some ten scans; each of a thousand would cost a pass over all pixels, for a few bytes. */
const MOST_SCANS = 64;

const MOST_DECODING_MEGABYTES = 640;
const QUALITY = 85;

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APPLICATION_1 = 0xe1;
/** Start of frame: C0 to CF, but for what defines tables (C4, CC) and a reserved one (C8). */
const isFrame = (marker: number): boolean => (marker & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Inside a scan: a byte FF of the pixels themselves (FF 00), and restarts; and markers that stand alone. */
const hasNoLength = (marker: number): boolean => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

interface Header {
  width: number;
  height: number;
  /** How the camera was held (Exif, 1 to 8). */
  orientation: number;
}

/** What a JPEG says of itself, marker by marker, before anything of it is decoded. Throws `Unreadable`. */
export const readJpegHeader = (bytes: Buffer): Header => {
  let frame: Pick<Header, 'width' | 'height'> | undefined;
  let orientation = 1;
  let scans = 0;
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) {
      // Only scans have an inside.
      if (scans === 0) break;
      at = nextMarker(bytes, at);
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === END_OF_IMAGE && frame !== undefined && scans > 0) return { ...frame, orientation };
    if (marker === END_OF_IMAGE) break;
    // Anything may be filled up with FF before a marker.
    if (marker === 0xff) at += 1;
    if (hasNoLength(marker)) at += 2;
    if (marker === 0xff || hasNoLength(marker)) continue;
    if (at + 4 > bytes.length) break;
    const length = bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (isFrame(marker)) {
      // A second frame would be a second image, as large as it likes.
      if (frame !== undefined || segment.length < 6) break;
      frame = { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3) };
    }
    if (marker === APPLICATION_1) orientation = orientationOf(segment) ?? orientation;
    if (marker === START_OF_SCAN) scans += 1;
    if (scans > MOST_SCANS)
      throw new Unreadable(`is a JPEG of more than ${MOST_SCANS} scans: save it again as a plain JPEG`);
    at += 2 + length;
  }
  throw new Unreadable(DAMAGED);
};

const nextMarker = (bytes: Buffer, from: number): number => {
  const found = bytes.indexOf(0xff, from);
  return found === -1 ? bytes.length : found;
};

const ORIENTATION_TAG = 0x0112;

/** The orientation in an Exif segment, if it has one: a TIFF directory of entries of twelve bytes. */
const orientationOf = (segment: Buffer): number | undefined => {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || segment.length < 16) return undefined;
  const tiff = segment.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (short(at) === ORIENTATION_TAG) return short(at + 8);
  }
  return undefined;
};

/** The pixels of a JPEG of acceptable size. Throws `Unreadable`. */
export const decodeJpeg = (bytes: Buffer): Pixels =>
  orUnreadable(
    () =>
      decode(bytes, {
        useTArray: true,
        formatAsRGBA: true,
        tolerantDecoding: false,
        maxResolutionInMP: PICTURE.mostPixels / 1e6,
        maxMemoryUsageInMB: MOST_DECODING_MEGABYTES,
      }),
    DAMAGED,
  );

export const encodeJpeg = ({ width, height, data }: Pixels): Buffer =>
  Buffer.from(encode({ width, height, data: Buffer.from(data) }, QUALITY).data);
