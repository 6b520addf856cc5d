package org.hiwar.channel;

import java.nio.file.Path;

/// A file that goes with a message.
///
/// @param content on the disk of this machine, to be read and left alone
public record OutgoingFile(String name, String type, long bytes, Path content) {}
