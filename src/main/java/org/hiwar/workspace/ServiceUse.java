package org.hiwar.workspace;

/// Something that needs a service: as long as it does, the service cannot be removed.
///
/// @param name as administrators know it
public record ServiceUse(Kind kind, String name) {
  public enum Kind {
    /// A telephone number whose calls are the service's.
    NUMBER,
    /// An account of a channel whose messages are the service's.
    ACCOUNT,
    /// A chat of a web page, whose chats or calls are the service's.
    CHAT,
    /// A campaign whose calls are the service's.
    CAMPAIGN,
    /// A disposition for this service and perhaps others, but not for all.
    DISPOSITION,
    /// A template for this service and perhaps others, but not for all.
    TEMPLATE
  }
}
