// Where in the app: a path the service knows, and behind "#" what is done there.

import { boxCodeOfAddress } from "../code/boxcode";

export type Route =
  | { page: "home" | "walk" | "queue" | "account" | "sign" | "missing" }
  | { page: "box" | "in" | "out" | "count"; box: string; mark: string | null }
  | { page: "join" | "first"; code: string }
  | { page: "astray"; typed: string } // a label's address, but its code is none
  | { page: "desk"; path: string };

const BOX_PAGES = ["in", "out", "count"] as const;
const HOME_PAGES = ["walk", "queue", "account"] as const;

/** As somebody typed it, without the print's four characters that a label's address has behind the code. */
function plainly(part: string): string {
  const bare = part.replace(/^([^-]{7,}|[^-]+-[^-]+)-[0-9a-z]{4}$/i, "$1");
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

export function readRoute(path: string, hash: string): Route {
  const what = hash.replace(/^#/, "");
  const box = boxCodeOfAddress(path);
  if (what === "sign") return { page: "sign" };
  if (box !== null) return { page: BOX_PAGES.find((page) => page === what) ?? "box", ...box };
  const typed = /^\/b\/([^/]+)\/?$/i.exec(path)?.[1];
  if (typed !== undefined) return { page: "astray", typed: plainly(typed) };
  const invited = /^\/([jf])(?:\/([0-9a-z_-]*)\/?)?$/i.exec(path);
  if (invited)
    return { page: invited[1]?.toLowerCase() === "j" ? "join" : "first", code: invited[2] ?? "" };
  if (/^\/desk(\/|$)/.test(path)) return { page: "desk", path: path.slice(5).replace(/^\/|\/$/g, "") };
  if (path === "/") return { page: HOME_PAGES.find((page) => page === what) ?? "home" };
  return { page: "missing" };
}
