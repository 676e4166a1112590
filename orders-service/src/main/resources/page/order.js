/// One order: where it stands, what happened to it, and what the customer can do.

import {cancelOrder, passes, Problem} from "./api.js";
import {announce, fill, h, money, time} from "./dom.js";
import {follow, hasEnded} from "./live.js";
import {tone} from "./recent.js";
import {name, SignInNeeded} from "./session.js";
import {signInCard} from "./signin.js";

const HEADLINES = {
  PROCESSING: "Processing your order",
  ACTION_REQUIRED: "Confirm your payment",
  PAID: "Paid, soon to be packed",
  PREPARING: "Packing your parcel",
  DISPATCHED: "On its way to you",
  DELIVERED: "Delivered",
  PAYMENT_FAILED: "The payment failed",
  CANCELLED: "Cancelled",
  REFUNDED: "Cancelled, and your money is back",
};

const CANCELLABLE = ["PROCESSING", "ACTION_REQUIRED", "PAID", "PREPARING"];
/// Steps that matter less than where the order stands.
const ASIDES = ["EMAIL_SENT", "EMAIL_FAILED"];

export function orderView(id, signal) {
  document.title = "Your order · Orderstream shop";
  const view = h("div", {class: "order"}, h("p", {class: "lead", role: "status"}, "Looking for your order…"));
  watch(view, id, signal);
  return view;
}

async function watch(view, id, signal) {
  const page = new OrderPage(view, signal);
  try {
    await follow(id, page, signal);
  } catch (error) {
    if (signal.aborted) return;
    const again = () => watch(view, id, signal);
    if (error instanceof SignInNeeded) fill(view, signInCard("Sign in with the name that the order was placed under.", again));
    else if (error instanceof Problem && error.status === 404) fill(view, notFound(again));
    else fill(view, h("p", {class: "notice", role: "alert"}, error.message));
    view.querySelector("h1")?.focus();
  }
}

function notFound(again) {
  return signInCard(`${name()} has no order at this address. Somebody else may have.`, again);
}

class OrderPage {
  #view;
  #signal;
  #headline = h("h1", {tabindex: "-1"});
  #said = h("p", {class: "lead"});
  #track = h("ol", {class: "track", "aria-label": "How far the order is"});
  #offer = h("div", {class: "offer"});
  #steps = h("ol", {class: "steps"});
  #connection = h("span", {class: "connection"});
  #summary = h("div", {});
  #cancel = h("div", {class: "cancel"});
  #trouble = h("p", {class: "wrong", role: "alert"});
  #order = null;
  #shown = false;

  constructor(view, signal) {
    this.#view = view;
    this.#signal = signal;
  }

  connected(yes) {
    const live = this.#order !== null && !hasEnded(this.#order);
    this.#connection.className = `connection ${yes ? live ? "live" : "" : "lost"}`;
    this.#connection.textContent = yes ? live ? "Live" : "" : "Reconnecting…";
  }

  changed(order, steps) {
    const before = this.#order;
    this.#order = order;
    if (!this.#shown) this.#show();
    const telling = steps.findLast((step) => !ASIDES.includes(step.step));
    this.#headline.textContent = HEADLINES[order.status] ?? order.status;
    this.#said.textContent = sentence(order, telling);
    document.title = `${HEADLINES[order.status]} · Orderstream shop`;
    this.#view.dataset.status = order.status;
    this.#view.dataset.tone = tone(order.status);
    fill(this.#track, track(order).map(stage));
    this.#drawOffer(order);
    this.#drawCancel(order);
    fill(this.#steps, steps.toReversed().map(stepRow));
    fill(this.#summary, summary(order));
    this.connected(true);
    if (before?.status !== order.status) announce(`${this.#headline.textContent}. ${this.#said.textContent}`);
  }

  #show() {
    this.#shown = true;
    const hadFocus = this.#view.contains(document.activeElement) || document.activeElement === document.body;
    fill(this.#view,
      h("div", {class: "standing"}, this.#headline, this.#said, this.#track, this.#offer),
      h("section", {class: "happened", "aria-labelledby": "happened-title"},
        h("div", {class: "title-row"}, h("h2", {id: "happened-title"}, "What happened"), this.#connection),
        this.#steps),
      h("aside", {class: "card", "aria-label": "The order"}, this.#summary, this.#cancel, this.#trouble));
    if (hadFocus) this.#headline.focus();
  }

  /// The way to the bank's page, while the bank waits.
  #drawOffer(order) {
    const url = order.status === "ACTION_REQUIRED" ? webAddress(order.payment?.actionUrl) : null;
    if (url === (this.#offer.querySelector("a")?.href ?? null)) return;
    fill(this.#offer, url && h("a", {class: "primary", href: url}, "Go to your bank"));
  }

  #drawCancel(order) {
    const offered = CANCELLABLE.includes(order.status) && !order.cancellation;
    if (offered === (this.#cancel.firstChild !== null)) return;
    const hadFocus = this.#cancel.contains(document.activeElement);
    fill(this.#cancel, offered && h("button", {type: "button", class: "danger", onclick: () => this.#ask()}, "Cancel this order"));
    if (hadFocus) this.#headline.focus();
  }

  #ask() {
    const dialog = h("dialog", {"aria-labelledby": "ask-title"},
      h("h2", {id: "ask-title"}, "Cancel this order?"),
      h("p", {}, "Nothing will be sent, and what you have paid comes back."),
      h("form", {method: "dialog"},
        h("button", {class: "secondary", value: "no", autofocus: true}, "Keep it"),
        h("button", {class: "danger", value: "yes"}, "Cancel the order")));
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (dialog.returnValue === "yes") this.#cancelNow();
    });
    this.#view.append(dialog);
    dialog.showModal();
  }

  async #cancelNow() {
    this.#trouble.textContent = "";
    try {
      await cancelOrder(this.#order.id);
      announce("We were asked to cancel your order.");
    } catch (error) {
      if (this.#signal.aborted) return;
      this.#trouble.textContent = passes(error) && !(error instanceof Problem && error.status === 409)
        ? `${error.message} Please try again.`
        : error.message;
    }
  }
}

/// What the newest step says, and what to expect.
function sentence(order, step) {
  const outcome = order.cancellation?.outcome;
  if (outcome === "PENDING") return "We were asked to cancel your order, and are finding out whether it is too late.";
  if (order.status === "ACTION_REQUIRED") return "Your bank asks you to confirm the payment on its own page.";
  return step?.detail ?? "";
}

/// The stages from placed to delivered, or to the end that the order took instead.
function track(order) {
  const {status} = order;
  const paid = Boolean(order.payment?.paidAt);
  const placed = {label: "Placed", state: "done"};
  if (status === "PAYMENT_FAILED") return [placed, {label: "Payment failed", state: "bad"}];
  if (status === "CANCELLED" || status === "REFUNDED") {
    const back = {label: "Refunded", state: status === "REFUNDED" ? "done" : "now"};
    return [placed, ...(paid ? [{label: "Paid", state: "done"}] : []), {label: "Cancelled", state: "bad"}, ...(paid ? [back] : [])];
  }
  const reached = {PROCESSING: 1, ACTION_REQUIRED: 1, PAID: 2, PREPARING: 2, DISPATCHED: 3, DELIVERED: 5}[status] ?? 1;
  const labels = ["Placed", status === "ACTION_REQUIRED" ? "Your bank asks" : "Paid", "Packed", "On its way", "Delivered"];
  return labels.map((label, index) => ({
    label,
    state: index < reached ? "done" : index === reached ? (status === "ACTION_REQUIRED" ? "waits" : "now") : "later",
  }));
}

const SAID = {done: "done", now: "now", waits: "waits for you", bad: "the end", later: "still to come"};

function stage({label, state}) {
  return h("li", {class: state, "aria-current": state === "now" || state === "waits" ? "step" : null},
    h("span", {class: "dot", "aria-hidden": "true"}),
    label,
    h("span", {class: "unseen"}, `, ${SAID[state]}`));
}

function stepRow(step) {
  return h("li", {class: ASIDES.includes(step.step) ? "aside" : null, "data-step": step.step},
    h("p", {}, step.detail),
    time(step.at));
}

function summary(order) {
  const {customer, shippingAddress: address, shipment} = order;
  return [
    h("h2", {}, "Your order"),
    h("ul", {class: "lines"}, order.lines.map((line) => h("li", {},
      h("span", {}, `${line.quantity} × ${line.description}`),
      h("span", {}, money({amount: line.quantity * line.unitPrice.amount, currency: line.unitPrice.currency}))))),
    h("p", {class: "total"}, h("span", {}, "Total"), h("strong", {}, money(order.total))),
    h("dl", {},
      term("For", `${customer.name}, ${customer.email}`),
      term("To", [address.street, address.city, address.postalCode, address.country].filter(Boolean).join(", ")),
      term("Placed", time(order.placedAt, true)),
      shipment?.trackingNumber && term("Tracking", `${shipment.carrier}, ${shipment.trackingNumber}`),
      term("Number", h("code", {}, order.id))),
  ];
}

function term(name, value) {
  return h("div", {}, h("dt", {}, name), h("dd", {}, value));
}

function webAddress(url) {
  return url && /^https?:\/\//.test(url) ? new URL(url).href : null;
}
