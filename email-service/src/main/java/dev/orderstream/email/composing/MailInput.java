package dev.orderstream.email.composing;

/// Everything that one mail is made of: the input of the effect that sends it.
public record MailInput(OrderDetails order, Turn turn) {

    /// The kind of that effect; its subject is the occasion.
    public static final String EFFECT_KIND = "mail";
}
