/// Places an order once, whatever happens in between: order and Idempotency-Key are stored before the
/// first attempt, and sent unchanged by every later one, also after a reload.

import {passes, placeOrder, Problem} from "./api.js";
import {kept, ofTab, pause} from "./dom.js";

const ATTEMPTS_MAX = 6;
const BACKOFF_MS = 500;
const BACKOFF_MS_MAX = 8000;

const store = kept(ofTab, "order-being-placed");

/// The order whose answer has not come yet, or null.
export function unanswered() {
  return store.get()?.order ?? null;
}

/// Notes the order down, under a new key.
export function begin(order) {
  store.set({key: newKey(), order});
}

/// Forgets an order whose answer never came; it may have been placed all the same.
export function forget() {
  store.set(null);
}

/// Sends what was noted down until there is an answer.
export async function send(onRetry) {
  const {key, order} = store.get();
  for (let attempt = 1; ; attempt++) {
    try {
      const placed = await placeOrder(order, key);
      store.set(null);
      return placed;
    } catch (error) {
      if (error instanceof Problem && !passes(error)) store.set(null);
      if (!passes(error) || attempt === ATTEMPTS_MAX) throw error;
      onRetry(attempt);
      await pause(error.retryAfterMs ?? backoff(attempt));
    }
  }
}

function backoff(attempt) {
  return Math.min(BACKOFF_MS_MAX, BACKOFF_MS * 2 ** attempt) * (0.5 + Math.random() / 2);
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
