/// The customer's newest orders.

import {newestOrders} from "./api.js";
import {fill, h, money, time} from "./dom.js";
import {isSignedIn} from "./session.js";

const SHOWN = 5;

const WORDS = {
  PROCESSING: "Processing",
  ACTION_REQUIRED: "Waits for you",
  PAID: "Paid",
  PREPARING: "Being packed",
  DISPATCHED: "On its way",
  DELIVERED: "Delivered",
  PAYMENT_FAILED: "Payment failed",
  CANCELLED: "Cancelled",
  REFUNDED: "Refunded",
};

/// A list that fills itself; nothing where there is nobody or nothing to show.
export function recentOrders() {
  const section = h("section", {class: "recent", "aria-labelledby": "recent-title", hidden: true});
  if (isSignedIn()) {
    newestOrders(SHOWN).then(
      (orders) => show(section, orders),
      () => {},
    );
  }
  return section;
}

function show(section, orders) {
  if (orders.length === 0) return;
  section.hidden = false;
  fill(section,
    h("h2", {id: "recent-title"}, "Your newest orders"),
    h("ul", {class: "card rows"}, orders.map(row)));
}

function row(order) {
  const goods = order.lines.map((line) => `${line.quantity} × ${line.description}`).join(", ");
  return h("li", {},
    h("a", {href: `/orders/${order.id}`},
      h("span", {class: "what"}, goods),
      h("span", {class: "when"}, time(order.placedAt)),
      h("span", {class: "amount"}, money(order.total)),
      badge(order.status)));
}

/// The status in a word or two.
export function badge(status) {
  return h("span", {class: `badge ${tone(status)}`}, WORDS[status] ?? status);
}

/// How the order stands: `good`, `bad`, `waits` or `moves`.
export function tone(status) {
  if (status === "DELIVERED") return "good";
  if (status === "ACTION_REQUIRED") return "waits";
  return ["PAYMENT_FAILED", "CANCELLED", "REFUNDED"].includes(status) ? "bad" : "moves";
}
