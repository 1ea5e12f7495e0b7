// The extension's icon, drawn by arithmetic: a speech bubble with a wavy underline on green. Written as PNG.

import { deflateSync, crc32 } from 'node:zlib';

const SAMPLES = 4; // per pixel and direction
const GREEN = [12, 107, 92];
const WHITE = [255, 255, 255];
const RED = [197, 34, 31];

/** The colour at a point of the unit square, or null outside the icon. @param {number} x @param {number} y */
function colour(x, y) {
  if (!inBox(x, y, 0.03, 0.03, 0.97, 0.97, 0.22)) {
    return null;
  }
  const bubble = inBox(x, y, 0.17, 0.2, 0.83, 0.68, 0.12);
  const tail = x >= 0.3 && y >= 0.6 && y < 0.84 && x - 0.3 < 0.84 - y;
  if (!bubble && !tail) {
    return GREEN;
  }
  const wave = 0.53 + 0.035 * Math.sin((x - 0.29) * 2 * Math.PI * (3 / 0.42));
  const word = y > 0.31 && y < 0.4 && x > 0.29 && x < 0.71;
  const line = x > 0.29 && x < 0.71 && Math.abs(y - wave) < 0.032;
  return line ? RED : word ? GREEN : WHITE;
}

/** Whether a point is in a box with round corners. */
function inBox(x, y, left, top, right, bottom, radius) {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

/** @param {number} size in pixels @returns {Buffer} a PNG */
export function icon(size) {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      rows.set(pixel(row, column, size), row * (1 + size * 4) + 1 + column * 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

/** The mean of the colours at the samples of a pixel, as RGBA. */
function pixel(row, column, size) {
  const sum = [0, 0, 0];
  let inside = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
    const found = colour(x, y);
    if (found !== null) {
      inside++;
      found.forEach((value, channel) => (sum[channel] += value));
    }
  }
  return inside === 0 ? [0, 0, 0, 0] : [...sum.map((value) => Math.round(value / inside)), Math.round((255 * inside) / SAMPLES ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
