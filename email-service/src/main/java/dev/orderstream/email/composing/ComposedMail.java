package dev.orderstream.email.composing;

/// A mail as the customer reads it.
public record ComposedMail(String subject, String text, String html) {}
