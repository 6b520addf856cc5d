package org.hiwar.voice.sip;

import java.time.Duration;

/// How much there may be, and how long anything may take.
///
/// @param messageBytes of one message
/// @param headerLines of one message
/// @param calls at the same time
/// @param callsPerSecond that begin from one trunk or phone
/// @param waiting for one call and not yet looked at: messages and orders
/// @param connections over TCP that others have opened to us
/// @param registersPerSecond from one address that is not known
/// @param ringing of a call that came in, until it is answered or refused
/// @param longestCall after which an answered call is ended
/// @param firstWord within which a trunk says anything to a new call; then the next is tried
/// @param confirmation within which an answer is confirmed by ACK
/// @param offerAnswer within which an offer made during a call is answered
/// @param afterwards how long a call that is over still answers what comes late
/// @param nonceLife for which a digest challenge can be answered
/// @param registration that we ask a provider for
/// @param phoneRegistration that a phone gets at most: after a restart it is known again within so
///     much, and its router keeps the way open
/// @param optionsEvery between two looks at a trunk
/// @param retryRegistration after a failure, doubled each time up to [#retryRegistrationAtMost]
public record SipLimits(
    int messageBytes,
    int headerLines,
    int calls,
    int callsPerSecond,
    int waiting,
    int connections,
    int registersPerSecond,
    Duration ringing,
    Duration longestCall,
    Duration firstWord,
    Duration confirmation,
    Duration offerAnswer,
    Duration afterwards,
    Duration nonceLife,
    Duration registration,
    Duration phoneRegistration,
    Duration optionsEvery,
    Duration retryRegistration,
    Duration retryRegistrationAtMost) {

  public static SipLimits usual() {
    return new SipLimits(
        8_192,
        80,
        2_000,
        200,
        200,
        1_000,
        5,
        Duration.ofMinutes(10),
        Duration.ofHours(8),
        Duration.ofSeconds(4),
        Duration.ofSeconds(32),
        Duration.ofSeconds(10),
        Duration.ofSeconds(32),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofMinutes(10));
  }
}
