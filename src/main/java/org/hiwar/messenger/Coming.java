package org.hiwar.messenger;

/// A file that belongs to a customer's message.
///
/// @param name safe, as [Texts#fileName] makes it
public record Coming(String name, Source source) {

  /// Where its content is.
  public sealed interface Source {}

  /// It came with the message.
  @SuppressWarnings("ArrayRecordComponent") // content of a file, never compared
  public record Here(byte[] content) implements Source {}

  /// @param reference by which [Fetching#fetch] asks for it
  public record Elsewhere(String reference) implements Source {}

  public static Coming elsewhere(String name, String reference) {
    return new Coming(name, new Elsewhere(reference));
  }
}
