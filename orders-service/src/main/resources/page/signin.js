/// Asks who the customer is.

import {h} from "./dom.js";
import {name, signIn, signInUrl, useToken} from "./session.js";

/// The fields of signing in, for a form. `apply()` signs in with what they hold.
export function signInFields(nameInput) {
  if (signInUrl !== "") return {fields: [], apply: () => signIn(nameInput.value.trim())};
  const token = h("input", {id: "token", autocomplete: "off", spellcheck: "false", "aria-describedby": "token-help"});
  const field = h("div", {class: "field"},
    h("label", {for: "token"}, "Access token"),
    token,
    h("p", {class: "help", id: "token-help"}, "Made by ", h("code", {}, "./orderstream token --role storefront")));
  return {
    fields: [field],
    apply: async () => {
      if (token.value.trim() !== "") useToken(token.value.trim());
    },
  };
}

/// A card that asks a visitor to sign in before an order can be shown.
export function signInCard(reason, onSignedIn) {
  const nameInput = h("input", {id: "name", autocomplete: "name", required: true, maxlength: "100", value: name()});
  const {fields, apply} = signInFields(nameInput);
  const trouble = h("p", {class: "wrong", role: "alert"});
  const submit = async (event) => {
    event.preventDefault();
    trouble.textContent = "";
    try {
      await apply();
      onSignedIn();
    } catch (error) {
      trouble.textContent = error.message;
    }
  };
  return h("section", {class: "card narrow"},
    h("h1", {tabindex: "-1"}, "Who are you?"),
    h("p", {}, reason),
    h("form", {onsubmit: submit},
      signInUrl === "" ? fields : h("div", {class: "field"}, h("label", {for: "name"}, "Your name"), nameInput),
      trouble,
      h("button", {class: "primary"}, "Sign in")));
}
