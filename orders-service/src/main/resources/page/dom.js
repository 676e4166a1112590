/// Small helpers for building the page. Text is only ever set as text.

/// An element with attributes, listeners (`onclick`) and children; what is null or false is left out.
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/// Puts these children in place of the element's own.
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(Boolean));
  return element;
}

/// An amount of minor units, all currencies here having two decimals.
export function money({amount, currency}) {
  return new Intl.NumberFormat("en-GB", {style: "currency", currency}).format(amount / 100);
}

const clock = new Intl.DateTimeFormat("en-GB", {timeStyle: "medium"});
const day = new Intl.DateTimeFormat("en-GB", {dateStyle: "medium", timeStyle: "short"});

/// An instant: the time of day where it is today's, else day and time.
export function time(instant, always = false) {
  const date = new Date(instant);
  const today = date.toDateString() === new Date().toDateString();
  return h("time", {datetime: instant}, today && !always ? clock.format(date) : day.format(date));
}

/// Tells people who cannot see the change.
export function announce(text) {
  document.getElementById("news").textContent = text;
}

/// A wait that ends early, with an error, when the signal says so.
export function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, {once: true});
  });
}

/// What this browser keeps, as JSON; a browser that keeps nothing still shows the shop.
export function kept(storage, key) {
  return {
    get() {
      try {
        return JSON.parse(storage().getItem(key));
      } catch {
        return null;
      }
    },
    set(value) {
      try {
        if (value === null) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(value));
      } catch {
        // Private windows may refuse.
      }
    },
  };
}

/// The tab's own store, which survives a reload, and the one that all tabs share.
export const ofTab = () => window.sessionStorage;
export const ofBrowser = () => window.localStorage;
