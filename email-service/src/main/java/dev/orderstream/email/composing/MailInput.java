package dev.orderstream.email.composing;

/// Everything that one mail is made of: the input of the effect that sends it.
///
/// @param moneyTaken whether it was known, when the mail was asked for, that the customer has paid
public record MailInput(OrderDetails order, Turn turn, boolean moneyTaken) {

    /// The kind of that effect; its subject is the occasion.
    public static final String EFFECT_KIND = "mail";
}
