package org.hiwar.channel;

/// A file that came with a message.
///
/// @param name as the sender has called it, cleaned of paths and control characters; never empty
/// @param type the media type by its content, not by what the sender says
/// @param cid by which HTML of a mail names it; empty: not
@SuppressWarnings("ArrayRecordComponent") // content of a file, never compared
public record IncomingFile(String name, String type, String cid, byte[] content) {}
