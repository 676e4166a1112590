/// Shows the view that the address names, and moves between views without loading the page again.

import {fill, h} from "./dom.js";
import {orderView} from "./order.js";
import {isSignedIn, name, session, signOut} from "./session.js";
import {shopView} from "./shop.js";

const ORDER = /^\/orders\/([0-9a-f-]{36})$/i;

const main = document.getElementById("main");
let leaving = new AbortController();

/// Goes to another address of the page.
export function go(path) {
  history.pushState(null, "", path);
  show(true);
}

function show(moved) {
  leaving.abort();
  leaving = new AbortController();
  const order = ORDER.exec(location.pathname);
  // A bank sends people back with parameters that are of no use here.
  if (order && location.search) history.replaceState(null, "", location.pathname);
  const view = order ? orderView(order[1], leaving.signal) : shopView(go, leaving.signal);
  fill(main, view);
  if (moved) {
    scrollTo(0, 0);
    main.querySelector("h1")?.focus();
  }
}

function showAccount() {
  const account = document.getElementById("account");
  if (!isSignedIn()) return fill(account);
  const leave = () => {
    signOut();
    go("/");
  };
  return fill(account,
    h("span", {class: "who"}, h("span", {class: "unseen"}, "Signed in as "), name()),
    h("button", {class: "quiet", type: "button", onclick: leave}, "Sign out"));
}

/// Links within the page need no new page.
function follow(event) {
  const link = event.target.closest("a");
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || link.target || link.origin !== location.origin || link.hash) return;
  if (link.pathname !== "/" && !ORDER.test(link.pathname)) return;
  event.preventDefault();
  go(link.pathname);
}

document.addEventListener("click", follow);
addEventListener("popstate", () => show(true));
session.addEventListener("change", showAccount);
showAccount();
show(false);
