// The standard BarcodeDetector: the browser's own where it reads what packs carry, else zbar as
// WebAssembly, fetched only then.

import type { Sight } from "./watch";

interface Detected {
  rawValue: string;
  format: string;
}
interface Detector {
  detect(source: CanvasImageSource): Promise<Detected[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

const NEEDED = ["ean_13", "ean_8", "code_128", "qr_code"];
const WANTED = [...NEEDED, "upc_a", "upc_e", "data_matrix"];

async function make(Class: DetectorClass): Promise<Detector | null> {
  const formats = await Class.getSupportedFormats();
  return NEEDED.every((format) => formats.includes(format))
    ? new Class({ formats: WANTED.filter((format) => formats.includes(format)) })
    : null;
}

async function open(): Promise<Detector> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const native = own ? await make(own).catch(() => null) : null;
  if (native) return native;
  const { BarcodeDetectorPolyfill } = await import("@undecaf/barcode-detector-polyfill");
  const polyfill = await make(BarcodeDetectorPolyfill as unknown as DetectorClass);
  if (!polyfill) throw new Error("no detector");
  return polyfill;
}

let opened: Promise<Detector> | null = null;

/** One for the page; a failure to load is tried again next time. */
export function detector(): Promise<(source: CanvasImageSource) => Promise<Sight[]>> {
  opened ??= open().catch((error) => {
    opened = null;
    throw error;
  });
  return opened.then((reader) => async (source) =>
    (await reader.detect(source)).map(({ rawValue, format }) => ({ text: rawValue, format })));
}
