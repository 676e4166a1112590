/// What the shop sells, how one can pay, and where it can be sent: the test values of the card
/// gateway and of the simulated carrier, by what they mean.

export const CURRENCY = "GBP";

export const GOODS = [
  {sku: "LANTERN", name: "Garden lantern", note: "Brass, for one candle", price: 1250, picture: "lantern"},
  {sku: "MUG", name: "Stoneware mug", note: "Glazed, holds 350 ml", price: 900, picture: "mug"},
  {sku: "TEAPOT", name: "Enamel teapot", note: "Four cups, no drips", price: 2400, picture: "teapot"},
  {sku: "CANDLE", name: "Beeswax candle", note: "Burns for 40 hours", price: 650, picture: "candle"},
  {sku: "TOTE", name: "Canvas tote", note: "Carries all of this", price: 1400, picture: "tote"},
  {sku: "FERN", name: "Potted fern", note: "Likes the shade", price: 1100, picture: "fern"},
];

export const PAYMENTS = [
  {token: "pm_card_visa", name: "Paid", note: "The usual way"},
  {token: "pm_card_visa_chargeDeclined", name: "Declined", note: "The bank gives no reason"},
  {token: "pm_card_visa_chargeDeclinedInsufficientFunds", name: "Insufficient funds", note: "The bank says why"},
  {token: "pm_card_visa_chargeDeclinedExpiredCard", name: "Card expired", note: "The bank says why"},
  {token: "pm_card_authenticationRequired", name: "Asks for 3-D Secure", note: "You approve or reject it"},
  {token: "pm_card_threeDSecureRequiredChargeDeclined", name: "3-D Secure, then declined", note: "You approve, the bank does not"},
];

export const DELIVERIES = [
  {postalCode: "N1 9GU", name: "It arrives"},
  {postalCode: "SLOW", name: "It starts late, then arrives"},
  {postalCode: "REFUSED", name: "The carrier refuses the parcel"},
  {postalCode: "AWAY", name: "The carrier cannot be reached"},
  {postalCode: "LOST", name: "The carrier has it, but does not say so"},
];

export const ADDRESS = {street: "12 Canal Walk", city: "London", country: "GB"};
