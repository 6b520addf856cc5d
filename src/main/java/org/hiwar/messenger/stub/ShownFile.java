package org.hiwar.messenger.stub;

/// A file that came with a message.
///
/// @param id by which [StubMessenger#file] gives it
/// @param name empty: it has none, as pictures
/// @param type its media type
public record ShownFile(String id, String name, String type) {}
