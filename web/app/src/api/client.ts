// The one way to the service. Every failure is an ApiError with a sentence for the person.

import { lang, t } from "../words";
import { early } from "./early";
import { markReachable } from "./network";

/** kind "network": no answer came, so whether it was done is not known. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    message: string,
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

export const isNetwork = (error: unknown) => error instanceof ApiError && error.kind === "network";
/** Worth another try later with the same words. */
export const isPassing = (error: unknown) =>
  error instanceof ApiError && (error.kind === "network" || error.kind === "busy" || error.status >= 500);

let formToken: string | null = null;
let signedOut: () => void = () => {};

export const useFormToken = (token: string | null) => void (formToken = token);
/** Called when the service no longer knows who this is. */
export const onSignedOut = (call: () => void) => void (signedOut = call);

interface Options {
  body?: unknown; // JSON, or a Blob as it is
  etag?: string | null;
  timeout?: number; // ms
}

export interface Answer<T> {
  data: T | null; // null: not changed since the etag
  etag: string | null;
}

async function failure(response: Response): Promise<ApiError> {
  const told = await response.json().catch(() => null);
  const error = told?.error ?? {};
  return new ApiError(response.status, error.kind ?? "broken",
    error.message ?? t("error.status", { status: response.status }), error.field ?? null);
}

function headersOf(method: string, options: Options): Record<string, string> {
  const headers: Record<string, string> = { "Accept-Language": lang.value };
  if (options.body instanceof Blob) headers["Content-Type"] = options.body.type;
  else if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET" && formToken !== null) headers["X-Form-Token"] = formToken;
  if (options.etag) headers["If-None-Match"] = options.etag;
  return headers;
}

async function reach(method: string, path: string, options: Options): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.timeout ?? 15_000);
  const body = options.body === undefined || options.body instanceof Blob
    ? (options.body as Blob | undefined)
    : JSON.stringify(options.body);
  try {
    const response = (method === "GET" && (await early(path, lang.value))) || await fetch(`/api/1/${path}`, {
      method, body, headers: headersOf(method, options), signal: stop.signal,
      credentials: "same-origin", cache: "no-store",
    });
    markReachable(true);
    return response;
  } catch {
    markReachable(false);
    throw new ApiError(0, "network", t("error.network"));
  } finally {
    clearTimeout(timer);
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok || response.status === 304) return response;
  const error = await failure(response);
  if (error.status === 401) signedOut();
  throw error;
}

export async function ask<T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> {
  const response = await checked(await reach(method, path, options));
  const etag = response.headers.get("ETag");
  return { data: response.status === 304 ? null : ((await response.json()) as T), etag };
}

/** What the service makes, such as a PDF. */
export async function fetchFile(path: string, body?: unknown): Promise<Blob> {
  return (await checked(await reach(body === undefined ? "GET" : "POST", path, { body, timeout: 60_000 }))).blob();
}

export const get = async <T>(path: string) => (await ask<T>("GET", path)).data as T;
export const post = async <T>(path: string, body: unknown = {}, timeout?: number) =>
  (await ask<T>("POST", path, { body, timeout })).data as T;
export const patch = async <T>(path: string, body: unknown) =>
  (await ask<T>("PATCH", path, { body })).data as T;
