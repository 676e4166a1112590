/// The public API of orders, as any client sees it.

import {accessToken, renewed} from "./session.js";

/// A problem document (RFC 9457) that the API answered with.
export class Problem extends Error {
  constructor(status, document, retryAfter) {
    super(document.detail ?? "The shop could not do that.");
    this.status = status;
    this.code = document.code;
    this.errors = document.errors ?? [];
    this.retryAfterMs = retryAfter ? Number(retryAfter) * 1000 : null;
  }
}

/// There was no answer.
export class Unreachable extends Error {
  constructor() {
    super("The shop cannot be reached.");
    this.retryAfterMs = null;
  }
}

/// Whether the same request may go through in a moment.
export function passes(error) {
  return error instanceof Unreachable || (error instanceof Problem && (error.status >= 500 || [409, 429].includes(error.status)));
}

export async function placeOrder(order, key) {
  const headers = {"Content-Type": "application/json", "Idempotency-Key": key};
  return json(await call("POST", "/orders", {headers, body: JSON.stringify(order)}));
}

export async function cancelOrder(id) {
  return json(await call("POST", `/orders/${id}/cancellation`));
}

export async function newestOrders(limit) {
  return (await json(await call("GET", `/orders?limit=${limit}`))).items;
}

/// Reads the same address again and again, and transfers only what is new.
export class Reading {
  #path;
  #tag = null;
  #last = null;

  constructor(path) {
    this.#path = path;
  }

  async now(signal) {
    const headers = this.#tag ? {"If-None-Match": this.#tag} : {};
    const answer = await call("GET", this.#path, {headers, signal});
    if (answer.status !== 304) {
      this.#tag = answer.headers.get("ETag");
      this.#last = await answer.json();
    }
    return this.#last;
  }
}

/// The answer to a request for a stream of events; its body is still on its way.
export function events(id, after, signal) {
  const headers = {Accept: "text/event-stream"};
  if (after) headers["Last-Event-ID"] = after;
  return call("GET", `/orders/${id}/events`, {headers, signal});
}

async function json(answer) {
  return answer.json();
}

/// An answer of success or 304. A token that is refused is replaced once.
async function call(method, path, {headers = {}, body, signal} = {}) {
  const send = async (token) => {
    try {
      return await fetch(path, {
        method,
        // The same address is a page for browsers: the cache must not mix them up.
        cache: "no-store",
        headers: {Accept: "application/json", ...headers, Authorization: `Bearer ${token}`},
        body,
        signal,
      });
    } catch (error) {
      throw signal?.aborted ? error : new Unreachable();
    }
  };
  let answer = await send(await accessToken());
  if (answer.status === 401) answer = await send(await renewed());
  if (!answer.ok && answer.status !== 304) {
    throw new Problem(answer.status, await answer.json().catch(() => ({})), answer.headers.get("Retry-After"));
  }
  return answer;
}
