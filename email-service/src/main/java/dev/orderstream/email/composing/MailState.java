package dev.orderstream.email.composing;

/// How far the mail of one order and occasion is; stored by these names.
///
/// ```
///  turn, order not known ──> WAITING ──order known──┐
///                                                   v
///  turn, order known ─────────────────────────> REQUESTED ──taken──> SENT
///                                                   │ │
///                                                   │ └──refused for good──> REFUSED
///                                                   └──no answer, or the sender died──> UNKNOWN
/// ```
///
/// While the mail server is away a mail stays REQUESTED. The last three are ends: UNKNOWN is listed
/// and not sent again.
public enum MailState {
    WAITING,
    REQUESTED,
    SENT,
    REFUSED,
    UNKNOWN
}
