package org.hiwar.conversation;

import org.jspecify.annotations.Nullable;

/// An interaction as a contact's history shows it, with the number of its messages and the
/// customer's first words; null if there are none. Names of service, agent and disposition are the
/// reader's to add.
public record Activity(Interaction interaction, int messages, @Nullable String firstText) {}
