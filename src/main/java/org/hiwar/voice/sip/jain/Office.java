package org.hiwar.voice.sip.jain;

import java.util.concurrent.atomic.AtomicInteger;
import org.hiwar.voice.sip.SipLimits;

/// What all calls of an endpoint share.
record Office(
    Wire wire,
    SipLimits limits,
    Counts counts,
    Tokens tokens,
    Registry registry,
    AtomicInteger calls) {}
