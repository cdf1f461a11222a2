import { deflateSync, gzipSync } from 'node:zlib';
import { decode } from 'jpeg-js';
import { parseBuffer } from 'music-metadata';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../core/adapters/media/inspect-file.ts';
import type { FilePurpose } from '../../../core/domain/file.ts';
import { id3v2, jpeg, mp3, png, SVG_WITH_SCRIPT, wav } from '../../ports/file-samples.ts';

const faultsOf = (purpose: FilePurpose, upload: Uint8Array) => inspectFile(purpose, upload).faults;

const keptOf = (purpose: FilePurpose, upload: Uint8Array) => {
  const inspection = inspectFile(purpose, upload);
  if (inspection.faults !== undefined) throw new Error(inspection.faults.join());
  return { ...inspection, kept: Buffer.from(inspection.kept) };
};

const crc = (() => {
  const table = Array.from({ length: 256 }, (_, byte) =>
    Array.from({ length: 8 }).reduce<number>((sum) => (sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1), byte),
  );
  return (bytes: Buffer) =>
    (bytes.reduce((sum, byte) => (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>>
    0;
})();

const chunk = (type: string, content: Buffer) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const bytes = Buffer.alloc(8 + named.length);
  bytes.writeUInt32BE(content.length, 0);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc(named), 4 + named.length);
  return bytes;
};

/** A PNG that says it has this size, with whatever compressed pixels and other chunks. */
const pngOf = (
  {
    width,
    height,
    depth = 8,
    interlaced = 0,
  }: { width: number; height: number; depth?: number; interlaced?: 0 | 1 },
  pixels: Buffer,
  others: readonly Buffer[] = [],
) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, 6, 0, 0, interlaced], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...others,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const BOMB = deflateSync(Buffer.alloc(200_000_000), { level: 9 });
const ZIP = Buffer.from('504b0304140000000800', 'hex');
const WORKS = Buffer.from('GPS 51.5007 N 0.1246 W <script>alert(1)</script>');

const NEITHER_PICTURE = ['is neither a PNG nor a JPEG, whatever its name says'];
const NEITHER_GREETING = ['is neither a WAV nor an MP3, whatever its name says'];

describe('a picture', () => {
  it('D-10 is made anew of its pixels, and nothing but these', () => {
    const text = chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), WORKS]));
    const from = png(20, 10);
    const tagged = Buffer.concat([from.subarray(0, 33), text, from.subarray(33), ZIP, WORKS]);
    const { kept, content } = keptOf('picture', tagged);
    expect(content).toEqual({ contentType: 'image/png', bytes: kept.length, width: 20, height: 10 });
    expect(kept.includes(WORKS.subarray(0, 10)) || kept.includes(ZIP)).toBe(false);
    expect(PNG.sync.read(kept).data).toEqual(PNG.sync.read(from).data);
  });

  it('D-10 as a JPEG loses what stood beside its pixels, and trailing archives', () => {
    const from = jpeg();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, WORKS.length + 2]), WORKS]);
    const tagged = Buffer.concat([from.subarray(0, 2), comment, from.subarray(2), ZIP]);
    const { kept, content } = keptOf('picture', tagged);
    expect(content).toMatchObject({ contentType: 'image/jpeg', width: 64, height: 32 });
    expect(kept.includes(WORKS.subarray(0, 10)) || kept.includes(ZIP)).toBe(false);
  });

  it.each([
    [1, ['red', 'blue']],
    [2, ['blue', 'red']],
    [3, ['blue', 'red']],
    [4, ['red', 'blue']],
    [5, ['red', 'red']],
    [6, ['red', 'red']],
    [7, ['blue', 'blue']],
    [8, ['blue', 'blue']],
  ])('is kept the right way up, however the camera was held (%i)', (orientation, expected) => {
    const exif = Buffer.from(
      '457869660000' + '49492a0008000000' + '0100' + '120103000100000000000000' + '00000000',
      'hex',
    );
    exif.writeUInt16LE(orientation, 24);
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    const from = jpeg(64, 32);
    const { kept, content } = keptOf(
      'picture',
      Buffer.concat([from.subarray(0, 2), segment, from.subarray(2)]),
    );
    const isTurned = orientation >= 5;
    expect([content.width, content.height]).toEqual(isTurned ? [32, 64] : [64, 32]);
    const { width, height, data } = decode(kept, { useTArray: true });
    const at = (x: number, y: number) => {
      const [red = 0, , blue = 0] = data.subarray((y * width + x) * 4);
      return { colour: red > blue ? 'red' : 'blue', light: Math.max(red, blue) };
    };
    const corners = [at(4, 4), at(width - 5, 4)];
    expect(corners.map(({ colour }) => colour)).toEqual(expected);
    // Where the lower, darker half of the sensor has gone.
    const opposite = isTurned ? at(width - 5, 4) : at(4, height - 5);
    const isDarkFirst = [3, 4, 6, 7].includes(orientation);
    expect((corners[0]?.light ?? 0) > opposite.light).toBe(!isDarkFirst);
  });

  it('is made smaller, and keeps its shape and its colours', () => {
    const { kept, content } = keptOf('picture', jpeg(2_000, 1_000));
    expect(content).toMatchObject({ width: 1_024, height: 512 });
    const { data } = decode(kept, { useTArray: true });
    expect((data[0] ?? 0) > 240 && (data[2] ?? 0) < 15).toBe(true);
  });

  it.each([
    ['4,097 pixels wide', png(4_097, 2), ['is 4,097 × 2 pixels large: no side may have more than 4,096']],
    [
      'of 16 million pixels',
      pngOf({ width: 4_000, height: 4_000 }, BOMB),
      ['is 4,000 × 4,000 pixels large: it may have 13 million of them at most'],
    ],
    [
      'of 30,000 × 30,000 pixels in a few KB',
      pngOf({ width: 30_000, height: 30_000 }, deflateSync(Buffer.alloc(1_000_000))),
      [
        'is 30,000 × 30,000 pixels large: no side may have more than 4,096',
        'is 30,000 × 30,000 pixels large: it may have 13 million of them at most',
      ],
    ],
  ])('that is too large is refused before anything is inflated: %s', (_, upload, faults) => {
    const before = performance.now();
    expect(faultsOf('picture', upload)).toEqual(faults);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('as a JPEG that says it is huge is refused before anything is decoded', () => {
    const bytes = jpeg();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(60_000, frame + 5);
    bytes.writeUInt16BE(60_000, frame + 7);
    expect(faultsOf('picture', bytes)).toHaveLength(2);
  });

  it.each([0, 1] as const)('inflates no further than its pixels take (interlaced: %i)', (interlaced) => {
    const before = process.resourceUsage().maxRSS;
    const bomb = pngOf({ width: 16, height: 16, interlaced }, BOMB);
    expect(faultsOf('picture', bomb)).toEqual(['is a PNG that cannot be read: it is damaged or cut off']);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000);
  });

  it('as a PNG that names more bits a sample than there are is refused before anything is inflated', () => {
    const before = process.resourceUsage().maxRSS;
    const bomb = pngOf({ width: 4_000, height: 3_000, depth: 255, interlaced: 1 }, BOMB);
    expect(faultsOf('picture', bomb)).toEqual(['is a PNG that cannot be read: it is damaged or cut off']);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000);
  });

  it('leaves compressed text and colour profiles compressed', () => {
    const before = process.resourceUsage().maxRSS;
    const others = [
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), BOMB])),
      chunk('iCCP', Buffer.concat([Buffer.from('Profile\0\0'), BOMB])),
      chunk('iTXt', Buffer.concat([Buffer.from('Comment\0\x01\0\0\0'), BOMB])),
    ];
    const pixels = deflateSync(Buffer.alloc(16 * (16 * 4 + 1)));
    const { kept } = keptOf('picture', pngOf({ width: 16, height: 16 }, pixels, others));
    expect(kept.length).toBeLessThan(1_000);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000);
  });

  it.each([
    ['an SVG with a script', SVG_WITH_SCRIPT],
    ['a compressed SVG', gzipSync(SVG_WITH_SCRIPT)],
    ['an archive', Buffer.concat([ZIP, Buffer.alloc(100)])],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program with another name', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;', 'latin1')],
    ['a greeting', wav()],
    ['nothing but the first bytes of a JPEG', Buffer.from([0xff, 0xd8])],
  ])('is not %s', (_, upload) => {
    expect(faultsOf('picture', upload)).toEqual(NEITHER_PICTURE);
  });

  it.each([
    ['its header', 20],
    ['its pixels', 60],
    ['its end', 12],
  ])('as a PNG that is cut off before %s is refused', (_, missing) => {
    const whole = png(8, 6);
    const cut = missing === 20 ? whole.subarray(0, 20) : whole.subarray(0, whole.length - missing);
    expect(faultsOf('picture', cut)).toEqual(['is a PNG that cannot be read: it is damaged or cut off']);
  });

  it.each([3, 50, 300])('as a JPEG that is cut off by %i bytes is refused', (missing) => {
    const whole = jpeg();
    expect(faultsOf('picture', whole.subarray(0, whole.length - missing))).toEqual([
      'is a JPEG that cannot be read: it is damaged or cut off',
    ]);
  });

  it('as a PNG with a flipped bit is refused', () => {
    const damaged = png();
    damaged.writeUInt8(damaged.readUInt8(60) ^ 1, 60);
    expect(faultsOf('picture', damaged)).toEqual(['is a PNG that cannot be read: it is damaged or cut off']);
  });

  it('as an interlaced PNG is read all the same', () => {
    const rows = (count: number, width: number) => Buffer.alloc(count * (width * 4 + 1), 0);
    // The first of seven passes has one pixel of an image of 1 × 1, and the others none.
    const { content } = keptOf(
      'picture',
      pngOf({ width: 1, height: 1, interlaced: 1 }, deflateSync(rows(1, 1))),
    );
    expect(content).toMatchObject({ width: 1, height: 1 });
  });

  it('as a JPEG of a thousand scans is refused before they are decoded', () => {
    const whole = jpeg();
    const scan = whole.subarray(whole.indexOf(Buffer.from([0xff, 0xda])), whole.length - 2);
    const bytes = Buffer.concat([whole.subarray(0, -2), ...Array(1_000).fill(scan), whole.subarray(-2)]);
    expect(faultsOf('picture', bytes)).toEqual([
      'is a JPEG of more than 64 scans: save it again as a plain JPEG',
    ]);
  });

  it('is refused, not an error of ours, whatever bytes follow the first', () => {
    const starts = [
      png().subarray(0, 8),
      png().subarray(0, 41),
      jpeg().subarray(0, 3),
      jpeg().subarray(0, 200),
    ];
    for (const start of starts) {
      for (let seed = 1; seed <= 60; seed += 1) {
        const noise = Buffer.from(
          Array.from({ length: 400 }, (_, at) => (at * at * seed + seed * 31 + at * 7) & 255),
        );
        expect(inspectFile('picture', Buffer.concat([start, noise])).faults).toHaveLength(1);
      }
    }
  });
});

describe('a greeting', () => {
  it('C-51 as a WAV is its format and its samples, and nothing else', async () => {
    const from = wav(3);
    const list = Buffer.concat([Buffer.from('LIST'), Buffer.from([WORKS.length, 0, 0, 0]), WORKS]);
    const tagged = Buffer.concat([from.subarray(0, 36), list, from.subarray(36), ZIP]);
    const { kept, content } = keptOf('greeting', tagged);
    expect(content).toEqual({ contentType: 'audio/wav', bytes: kept.length, seconds: 3 });
    expect(kept).toEqual(from);
    expect((await parseBuffer(kept)).format).toMatchObject({ container: 'WAVE', duration: 3 });
  });

  it.each([
    ['A-law', 6],
    ['µ-law', 7],
  ])('C-51 as a WAV may come from a phone line: %s', async (_, code) => {
    const { kept, content } = keptOf('greeting', wav(2, { code }));
    expect(content.seconds).toBe(2);
    expect((await parseBuffer(kept)).format).toMatchObject({ duration: 2, sampleRate: 8_000 });
  });

  it('C-51 as an MP3 is its frames, and nothing before or after them', async () => {
    const from = mp3(5);
    const tail = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]);
    const { kept, content } = keptOf('greeting', Buffer.concat([id3v2(WORKS.toString()), from, tail]));
    expect(kept).toEqual(from);
    expect(content).toMatchObject({ contentType: 'audio/mpeg', bytes: from.length });
    const { format } = await parseBuffer(kept, { mimeType: 'audio/mpeg' }, { duration: true });
    expect(content.seconds).toBeCloseTo(format.duration ?? 0, 1);
  });

  it('C-51 as an MP3 may end in the middle of a frame', () => {
    expect(keptOf('greeting', mp3(3).subarray(0, -100)).content.seconds).toBeCloseTo(3, 1);
  });

  it.each([
    ['empty', wav(0), ['is shorter than 1 second']],
    ['shorter than a second', mp3(0.9), ['is shorter than 1 second']],
    ['longer than three minutes', wav(180.01), ['is 181 seconds long: callers wait 180 at most']],
    ['an MP3 longer than that', mp3(200), ['is 200 seconds long: callers wait 180 at most']],
    ['a WAV that is cut off', wav(3).subarray(0, 8_000), ['is a WAV that is cut off']],
    ['a WAV without sound', wav(2).subarray(0, 36), ['is a WAV without sound']],
    [
      'in a coding that few can play',
      wav(2, { code: 0x31 }),
      ['is a WAV in a coding that few can play: save it as PCM, A-law or µ-law'],
    ],
    [
      'of many channels',
      wav(2, { channels: 6 }),
      ['is a WAV that few can play: save it with one or two channels, at 8 to 96 kHz'],
    ],
    [
      'an MP3 with an archive behind it',
      Buffer.concat([mp3(4), ZIP, Buffer.alloc(500, 1)]),
      ['is an MP3 that holds something other than sound after 4.0 seconds: save it again'],
    ],
  ])('is refused when it is %s', (_, upload, faults) => {
    expect(faultsOf('greeting', upload)).toEqual(faults);
  });

  it.each([
    ['text with the name of a WAV', Buffer.from('Hello, you have reached Ana.')],
    ['an archive', ZIP],
    ['a picture', png()],
    ['an SVG with a script', SVG_WITH_SCRIPT],
    ['nothing but a tag', id3v2('Title')],
    ['a RIFF of another kind', Buffer.concat([Buffer.from('RIFF\0\0\0\0AVI '), Buffer.alloc(100)])],
  ])('is not %s', (_, upload) => {
    expect(faultsOf('greeting', upload)).toEqual(NEITHER_GREETING);
  });
});
