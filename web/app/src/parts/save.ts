// What the service made, put where the browser keeps downloads.

import { fetchFile } from "../api/client";

const READ_MS = 60_000; // within which the browser has it

export async function saveFile(name: string, path: string, body?: unknown): Promise<void> {
  const file = await fetchFile(path, body);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
}
