/// What the customer has picked, kept in the browser.

import {CURRENCY, GOODS} from "./catalogue.js";
import {kept, ofBrowser} from "./dom.js";

const QUANTITY_MAX = 99;

const store = kept(ofBrowser, "basket");

/// Dispatches `change` when something is picked or put back.
export const basket = new EventTarget();

export function quantity(sku) {
  return store.get()?.[sku] ?? 0;
}

export function setQuantity(sku, number) {
  const picked = store.get() ?? {};
  picked[sku] = Math.max(0, Math.min(QUANTITY_MAX, number));
  store.set(picked);
  basket.dispatchEvent(new Event("change"));
}

export function empty() {
  store.set(null);
  basket.dispatchEvent(new Event("change"));
}

/// The lines of an order.
export function lines() {
  return GOODS.filter((good) => quantity(good.sku) > 0).map((good) => ({
    sku: good.sku,
    description: good.name,
    quantity: quantity(good.sku),
    unitPrice: {amount: good.price, currency: CURRENCY},
  }));
}

/// For show: the API computes its own.
export function total() {
  const amount = lines().reduce((sum, line) => sum + line.quantity * line.unitPrice.amount, 0);
  return {amount, currency: CURRENCY};
}

export function count() {
  return lines().reduce((sum, line) => sum + line.quantity, 0);
}
