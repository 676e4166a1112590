package dev.orderstream.email.composing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What all mails have in common.
@ConfigMapping(prefix = "email")
interface ComposingConfig {

    /// Where links lead; without a slash at the end.
    String storefrontUrl();

    /// For customers without a locale, or with one that is not known here.
    @WithDefault("en-GB")
    String defaultLocale();
}
