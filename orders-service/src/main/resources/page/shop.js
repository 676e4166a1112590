/// The shop: pick goods, say how payment and delivery go, place the order.

import {basket, count, empty, lines, quantity, setQuantity, total} from "./basket.js";
import {ADDRESS, DELIVERIES, GOODS, PAYMENTS} from "./catalogue.js";
import {announce, fill, h, kept, money, ofBrowser} from "./dom.js";
import {begin, forget, send, unanswered} from "./placing.js";
import {recentOrders} from "./recent.js";
import {name} from "./session.js";
import {signInFields} from "./signin.js";

const lastEmail = kept(ofBrowser, "email");

export function shopView(go, signal) {
  document.title = "Orderstream shop";
  const checkout = new Checkout(go, signal);
  const view = h("div", {class: "shop"},
    h("div", {class: "shelves"},
      h("h1", {tabindex: "-1"}, "Good things, delivered"),
      h("p", {class: "lead"}, "Pick something, decide how it should end, and watch the order get there."),
      h("ul", {class: "goods"}, GOODS.map(goodCard)),
      recentOrders()),
    checkout.element,
    basketBar(checkout.element, signal));
  if (unanswered()) checkout.resume();
  return view;
}

function goodCard(good) {
  const picker = h("div", {class: "picker"});
  const step = (by, wanted) => () => {
    setQuantity(good.sku, quantity(good.sku) + by);
    draw();
    const buttons = picker.querySelectorAll("button");
    (picker.querySelector(`[data-do="${wanted}"]`) ?? buttons[0]).focus();
    announce(`${quantity(good.sku)} × ${good.name} in the basket, ${money(total())} in all`);
  };
  const draw = () => {
    const number = quantity(good.sku);
    fill(picker, number === 0
      ? h("button", {type: "button", class: "add", "aria-label": `Add ${good.name}`, onclick: step(1, "more")}, "Add")
      : [
          h("button", {type: "button", "data-do": "less", "aria-label": `One ${good.name} less`, onclick: step(-1, "less")}, "−"),
          h("span", {class: "number"}, String(number), h("span", {class: "unseen"}, ` × ${good.name}`)),
          h("button", {type: "button", "data-do": "more", "aria-label": `One ${good.name} more`, onclick: step(1, "more")}, "+"),
        ]);
  };
  draw();
  return h("li", {class: "item"},
    h("img", {src: `/page/${good.picture}.svg`, alt: "", width: "160", height: "120"}),
    h("div", {class: "about"},
      h("h2", {}, good.name),
      h("p", {}, good.note)),
    h("p", {class: "price"}, money({amount: good.price, currency: total().currency})),
    picker);
}

/// On a phone, until the checkout is in sight: what is in the basket, and the way to it.
function basketBar(checkout, signal) {
  const bar = h("a", {class: "basket-bar", href: "#checkout"});
  let inSight = false;
  const draw = () => {
    bar.hidden = count() === 0 || inSight;
    fill(bar, h("span", {}, `${count()} in the basket`), h("strong", {}, money(total())), h("span", {}, "Check out"));
  };
  const sight = new IntersectionObserver(([entry]) => {
    inSight = entry.isIntersecting;
    draw();
  });
  sight.observe(checkout);
  signal.addEventListener("abort", () => sight.disconnect(), {once: true});
  basket.addEventListener("change", draw, {signal});
  draw();
  return bar;
}

class Checkout {
  #go;
  #name = h("input", {id: "name", autocomplete: "name", required: true, maxlength: "100", value: name()});
  #email = h("input", {id: "email", type: "email", autocomplete: "email", required: true, maxlength: "254", value: lastEmail.get() ?? ""});
  #delivery = h("select", {id: "delivery"}, DELIVERIES.map((way) => h("option", {value: way.postalCode}, way.name)));
  #trouble = h("p", {class: "wrong", role: "alert"});
  #button = h("button", {class: "primary"});
  #contents = h("div", {class: "contents"});
  #form;
  #signIn = signInFields(this.#name);
  #busy = false;

  constructor(go, signal) {
    this.#go = go;
    this.#form = h("form", {onsubmit: (event) => this.#submit(event)},
      field(this.#name, "Name"),
      field(this.#email, "E-mail"),
      this.#signIn.fields,
      h("fieldset", {},
        h("legend", {}, "How the payment goes"),
        h("div", {class: "choices"}, PAYMENTS.map(paymentChoice))),
      field(this.#delivery, "How the delivery goes"),
      this.#trouble,
      this.#button);
    this.element = h("section", {class: "card checkout", id: "checkout", "aria-labelledby": "checkout-title"},
      h("h2", {id: "checkout-title"}, "Your basket"),
      this.#contents,
      this.#form);
    basket.addEventListener("change", () => this.#draw(), {signal});
    this.#draw();
  }

  /// Goes on with an order that was on its way when the page was loaded again.
  resume() {
    this.#send();
  }

  #draw() {
    const rows = lines().map((line) => h("li", {},
      h("span", {}, `${line.quantity} × ${line.description}`),
      h("span", {}, money({amount: line.quantity * line.unitPrice.amount, currency: line.unitPrice.currency}))));
    fill(this.#contents, rows.length === 0
      ? h("p", {class: "help"}, "Still empty.")
      : [h("ul", {class: "lines"}, rows), h("p", {class: "total"}, h("span", {}, "Total"), h("strong", {}, money(total())))]);
    this.#button.textContent = this.#busy ? "Placing your order…" : `Place order · ${money(total())}`;
    this.#button.setAttribute("aria-disabled", String(this.#busy));
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    if (count() === 0) return this.#say("Put something into the basket first.");
    begin({
      customer: {name: this.#name.value.trim(), email: this.#email.value.trim(), locale: "en-GB"},
      shippingAddress: {...ADDRESS, postalCode: this.#delivery.value},
      lines: lines(),
      paymentMethod: new FormData(this.#form).get("payment"),
    });
    lastEmail.set(this.#email.value.trim());
    await this.#send();
  }

  async #send() {
    this.#setBusy(true);
    this.#say("");
    try {
      await this.#signIn.apply();
      const order = await send(() => this.#say("The shop does not answer. Trying again; your order is placed only once."));
      empty();
      this.#go(`/orders/${order.id}`);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#setBusy(false);
    }
  }

  #failed(error) {
    this.#say(error.message);
    for (const wrong of error.errors ?? []) {
      const input = {"/customer/name": this.#name, "/customer/email": this.#email}[wrong.pointer];
      if (!input) continue;
      input.setAttribute("aria-invalid", "true");
      this.#say(`${input.labels[0].textContent} ${wrong.detail}.`);
      input.addEventListener("input", () => input.removeAttribute("aria-invalid"), {once: true});
      input.focus();
    }
    if (unanswered()) this.#trouble.append(" ", this.#again(), " ", this.#discard());
  }

  #again() {
    return h("button", {type: "button", class: "quiet", onclick: () => this.#send()}, "Try again");
  }

  #discard() {
    const discard = () => {
      forget();
      this.#say("");
    };
    return h("button", {type: "button", class: "quiet", onclick: discard}, "Forget it");
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.#draw();
  }

  #say(text) {
    fill(this.#trouble, text === "" ? null : document.createTextNode(text));
  }
}

function field(input, label) {
  return h("div", {class: "field"}, h("label", {for: input.id}, label), input);
}

function paymentChoice(payment, index) {
  const id = `payment-${index}`;
  return h("div", {class: "choice"},
    h("input", {type: "radio", name: "payment", id, value: payment.token, checked: index === 0, "aria-describedby": `${id}-note`}),
    h("div", {class: "tile"},
      h("label", {for: id}, payment.name),
      h("small", {id: `${id}-note`}, payment.note)));
}
