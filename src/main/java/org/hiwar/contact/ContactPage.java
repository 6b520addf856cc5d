package org.hiwar.contact;

import java.util.List;
import java.util.Optional;

/// Some contacts, newest first, and where the next page begins; empty: there is none.
public record ContactPage(List<ContactSummary> items, Optional<ContactCursor> next) {}
