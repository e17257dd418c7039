// A photo, where there is no live camera: made smaller on the phone, read by the service.

import { ask } from "../api/client";
import type { ScanAnswer } from "../api/types";

const LONGEST_SIDE = 2600; // pixels: bars stay readable, and bad networks get it through
const QUALITY = 0.88;

async function smaller(file: File): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = LONGEST_SIDE / Math.max(bitmap.width, bitmap.height);
    if (scale >= 1) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), "image/jpeg", QUALITY));
  } catch {
    return file; // HEIC where the browser can't open it: the service can
  }
}

export async function readPhoto(file: File): Promise<ScanAnswer> {
  const small = await smaller(file);
  const body = /^image\//.test(small.type) ? small : new Blob([small], { type: "image/heic" });
  return (await ask<ScanAnswer>("POST", "scan", { body, timeout: 40_000 })).data as ScanAnswer;
}
