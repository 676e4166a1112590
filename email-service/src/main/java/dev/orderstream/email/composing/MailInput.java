package dev.orderstream.email.composing;

/// What one mail says of its order: the input of the effect that sends it. The order itself, which
/// all its mails show, is stored once.
///
/// @param moneyTaken whether it was known, when the mail was asked for, that the customer has paid
public record MailInput(Turn turn, boolean moneyTaken) {

    /// The kind of that effect; its subject is the occasion.
    public static final String EFFECT_KIND = "mail";
}
