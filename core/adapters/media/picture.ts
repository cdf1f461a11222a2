import { PICTURE } from '../../domain/file.ts';
import type { Inspection } from '../../usecases/ports.ts';
import { decodeJpeg, encodeJpeg, isJpeg, readJpegHeader } from './jpeg.ts';
import { type Pixels, scaledDown, upright } from './pixels.ts';
import { decodePng, encodePng, isPng, readPngHeader } from './png.ts';
import { Unreadable } from './unreadable.ts';

const count = new Intl.NumberFormat('en');

const sizeFaults = ({ width, height }: Pick<Pixels, 'width' | 'height'>): readonly string[] => {
  const size = `${count.format(width)} × ${count.format(height)} pixels`;
  const { mostSide, mostPixels } = PICTURE;
  return [
    ...(Math.max(width, height) > mostSide
      ? [`is ${size} large: no side may have more than ${count.format(mostSide)}`]
      : []),
    ...(width * height > mostPixels
      ? [`is ${size} large: it may have ${count.format(mostPixels / 1e6)} million of them at most`]
      : []),
  ];
};

const kept = (pixels: Pixels, contentType: string, encode: (pixels: Pixels) => Buffer): Inspection => {
  const bytes = encode(pixels);
  const { width, height } = pixels;
  return { kept: bytes, content: { contentType, bytes: bytes.length, width, height } };
};

const inspect = (bytes: Buffer): Inspection => {
  if (isPng(bytes)) {
    const header = readPngHeader(bytes);
    const faults = sizeFaults(header);
    if (faults.length > 0) return { faults };
    return kept(scaledDown(decodePng(bytes, header), PICTURE.keptSide), 'image/png', encodePng);
  }
  if (isJpeg(bytes)) {
    const header = readJpegHeader(bytes);
    const faults = sizeFaults(header);
    if (faults.length > 0) return { faults };
    const pixels = upright(scaledDown(decodeJpeg(bytes), PICTURE.keptSide), header.orientation);
    return kept(pixels, 'image/jpeg', encodeJpeg);
  }
  return { faults: ['is neither a PNG nor a JPEG, whatever its name says'] };
};

/** Makes the picture anew of its pixels, so that nothing else of the file is left: no place, no script, no archive. */
export const inspectPicture = (bytes: Buffer): Inspection => {
  try {
    return inspect(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return { faults: [error.message] };
    throw error;
  }
};
