package org.hiwar.channel;

import org.hiwar.contact.AddressKind;
import org.hiwar.workspace.Medium;

/// What can be done on a channel.
///
/// @param medium what decides capacity and controls
/// @param address the kind of address by which customers are written to
/// @param canBegin whether an agent may write to somebody who has not written before
/// @param characters of one message, at most. A mail may be longer than a message is stored: its
///     channel keeps the whole, the message how it begins
/// @param files that one message may carry, 0: none
/// @param fileBytes of one file, at most
/// @param receipts whether the provider tells what became of a message
public record Capabilities(
    Medium medium,
    AddressKind address,
    boolean canBegin,
    int characters,
    int files,
    long fileBytes,
    boolean receipts) {}
