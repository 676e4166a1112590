/// Follows one order: by its stream of events, and by asking where there is no stream to be had.

import {events, passes, Problem, Reading, Unreachable} from "./api.js";
import {pause} from "./dom.js";

const POLL_MS = 1000;
const POLL_MS_MAX = 5000;
const RECONNECT_MS = 1000;
/// The server says something every 15 s.
const SILENCE_MS_MAX = 40_000;
/// Mails and refunds may come after the end.
const LATE_LOOKS = 8;
const LATE_MS = 2500;

/// No change is to come that a customer waits for.
export function hasEnded(order) {
  return ["DELIVERED", "PAYMENT_FAILED", "REFUNDED"].includes(order.status)
    || (order.status === "CANCELLED" && !order.payment?.paidAt);
}

/// Tells the listener of every change until the signal aborts.
///
/// `listener.changed(order, steps)` has the steps oldest first; `listener.connected(yes)` tells how
/// fresh they are.
export async function follow(id, listener, signal) {
  await new Following(id, listener, signal).run();
}

class Following {
  #id;
  #listener;
  #signal;
  #orders;
  #timelines;
  #steps = new Map();
  #order = null;
  #lastEventId = null;
  #streamAgainAt = 0;
  #wait = POLL_MS;

  constructor(id, listener, signal) {
    this.#id = id;
    this.#listener = listener;
    this.#signal = signal;
    this.#orders = new Reading(`/orders/${id}`);
    this.#timelines = new Reading(`/orders/${id}/timeline`);
  }

  /// An order that was cancelled while its payment was under way may go on after its end.
  async run() {
    let looks = 0;
    while (looks < LATE_LOOKS) {
      if (this.#order === null || !hasEnded(this.#order)) {
        looks = 0;
        await visible(this.#signal);
        await this.#watch();
      } else {
        looks++;
        await pause(LATE_MS, this.#signal);
        await this.#untroubled(() => this.#look());
      }
    }
  }

  async #watch() {
    const fine = await this.#untroubled(async () => {
      await this.#look();
      if (!hasEnded(this.#order) && Date.now() >= this.#streamAgainAt) await this.#stream();
    });
    if (fine && hasEnded(this.#order)) return;
    await pause(this.#wait, this.#signal);
    this.#wait = Math.min(POLL_MS_MAX, this.#wait * 1.2);
  }

  /// Whether it went well; what passes is tried again by the caller.
  async #untroubled(action) {
    try {
      await action();
      this.#listener.connected(true);
      return true;
    } catch (error) {
      if (this.#signal.aborted || !passes(error)) throw error;
      this.#listener.connected(false);
      return false;
    }
  }

  /// Asks for order and timeline, which is right whatever the stream did or did not say.
  async #look() {
    const before = this.#order;
    const known = this.#steps.size;
    const [order, timeline] = await Promise.all([this.#orders.now(this.#signal), this.#timelines.now(this.#signal)]);
    this.#order = order;
    timeline.items.forEach((step) => this.#steps.set(step.eventId, step));
    if (order !== before || this.#steps.size > known) this.#tell();
  }

  #tell() {
    this.#wait = POLL_MS;
    const steps = [...this.#steps.values()].sort((a, b) => a.at.localeCompare(b.at));
    this.#listener.changed(this.#order, steps);
  }

  /// Reads the stream to its end. A server without one is asked again and again instead.
  async #stream() {
    const connection = new AbortController();
    const stop = () => connection.abort();
    const hidden = () => document.hidden && stop();
    this.#signal.addEventListener("abort", stop, {once: true});
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("offline", stop);
    let silence;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MS_MAX);
    };
    try {
      heard();
      const answer = await events(this.#id, this.#lastEventId, connection.signal);
      for await (const event of serverSentEvents(answer.body, heard)) {
        this.#listener.connected(true);
        if (event.id) this.#lastEventId = event.id;
        if (event.type === "step") await this.#stepped(JSON.parse(event.data));
        if (event.type === "end") break;
      }
    } catch (error) {
      if (this.#signal.aborted) throw error;
      this.#streamAgainAt = Date.now() + retryMs(error);
    } finally {
      clearTimeout(silence);
      this.#signal.removeEventListener("abort", stop);
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("offline", stop);
      stop();
    }
    await this.#look();
  }

  async #stepped(step) {
    if (this.#steps.has(step.eventId)) return;
    this.#order = await this.#orders.now(this.#signal);
    this.#steps.set(step.eventId, step);
    this.#tell();
  }
}

/// Waits until somebody looks. A browser has six connections to one server, for all of its tabs.
async function visible(signal) {
  while (document.hidden && !signal.aborted) {
    await new Promise((resolve) => {
      document.addEventListener("visibilitychange", resolve, {once: true});
      signal.addEventListener("abort", resolve, {once: true});
    });
  }
}

/// How long to do without the stream: for good where the server has none.
function retryMs(error) {
  if (error instanceof Problem) return passes(error) ? error.retryAfterMs ?? POLL_MS_MAX : Infinity;
  return error instanceof Unreachable ? RECONNECT_MS : 0;
}

/// The events of a `text/event-stream`, as the HTML standard has them be read.
export async function* serverSentEvents(body, heard = () => {}) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let event = {type: "message", data: []};
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    heard();
    text += value;
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    text = lines.pop();
    for (const line of lines) {
      if (line === "") {
        if (event.data.length > 0) yield {...event, data: event.data.join("\n")};
        event = {type: "message", data: []};
        continue;
      }
      const [, field, content] = /^([^:]*):? ?(.*)$/.exec(line);
      if (field === "data") event.data.push(content);
      if (field === "event") event.type = content;
      if (field === "id") event.id = content;
    }
  }
}
