package org.hiwar.app.demo.messenger;

import org.hiwar.messenger.stub.StubMessenger;
import org.jspecify.annotations.Nullable;

/// The contact centre on the messenger, under one of its numbers.
///
/// @param number with `+`
/// @param language in which it is written to; null: not said
record Business(String number, String name, @Nullable String language, StubMessenger provider) {}
