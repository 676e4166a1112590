/// Who the customer is: an access token, from where customers sign in or pasted by hand.

import {kept, ofBrowser, ofTab} from "./dom.js";

const LEEWAY_MS = 30_000;

const store = kept(ofTab, "session");
const lastName = kept(ofBrowser, "name");

/// Where to sign in with a name; empty where tokens are pasted.
export const signInUrl = document.querySelector('meta[name="sign-in-url"]').content;

/// Dispatches `change` when somebody signs in or out.
export const session = new EventTarget();

/// Nobody is signed in, or no longer.
export class SignInNeeded extends Error {}

/// The name of who is signed in, or who was last in this browser.
export function name() {
  return store.get()?.name ?? lastName.get() ?? "";
}

export function isSignedIn() {
  return store.get() !== null || (signInUrl !== "" && name() !== "");
}

/// Signs in with a name; does nothing where that is who is signed in.
export async function signIn(as) {
  const now = store.get();
  if (now?.name === as && isFresh(now)) return;
  let answer;
  try {
    answer = await fetch(new URL("/token", signInUrl), {method: "POST", body: new URLSearchParams({name: as})});
  } catch {
    throw new SignInNeeded("Signing in did not work: the sign-in service cannot be reached.");
  }
  if (!answer.ok) throw new SignInNeeded("Signing in with this name did not work.");
  const {access_token: token, expires_in: seconds} = await answer.json();
  keep({name: as, token, expiresAt: Date.now() + seconds * 1000});
}

/// Takes a token as it was made elsewhere.
export function useToken(token) {
  let claims;
  try {
    claims = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    throw new SignInNeeded("This is not an access token.");
  }
  keep({name: claims.sub, token, expiresAt: claims.exp * 1000});
}

export function signOut() {
  store.set(null);
  lastName.set(null);
  session.dispatchEvent(new Event("change"));
}

/// A token that is good for now.
export async function accessToken() {
  const now = store.get();
  if (now && isFresh(now)) return now.token;
  return renewed();
}

/// Another token, after one was refused.
export async function renewed() {
  const who = name();
  store.set(null);
  if (signInUrl === "" || who === "") throw new SignInNeeded("Please sign in.");
  await signIn(who);
  return store.get().token;
}

function isFresh(now) {
  return now.expiresAt - LEEWAY_MS > Date.now();
}

function keep(now) {
  store.set(now);
  lastName.set(now.name);
  session.dispatchEvent(new Event("change"));
}
