package org.hiwar.messenger.stub;

/// A file as a telephone sends or gets it.
///
/// @param type its media type
@SuppressWarnings("ArrayRecordComponent") // content of a file, never compared
public record StubFile(String name, String type, byte[] content) {
  /// How the Cloud API calls what it is.
  String kind() {
    return switch (type) {
      case "image/jpeg", "image/png" -> "image";
      case "video/mp4", "video/3gpp" -> "video";
      case "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg" -> "audio";
      default -> "document";
    };
  }
}
