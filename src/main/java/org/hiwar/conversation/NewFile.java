package org.hiwar.conversation;

/// A file to be kept.
///
/// @param name safe, as [FileName] makes it
/// @param type by its content, as [FileType] finds it
/// @param cid by which the HTML of a mail names it; empty: not
@SuppressWarnings("ArrayRecordComponent") // content of a file, never compared
public record NewFile(String name, String type, String cid, byte[] content) {}
