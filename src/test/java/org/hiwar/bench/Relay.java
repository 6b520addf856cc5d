package org.hiwar.bench;

/// Something that carries messages between the two sides of many pairs: Hiwar, or a peer.
interface Relay extends AutoCloseable {

  /// Opens the sockets of `pairs` pairs, ready to talk. What arrives is told to `arrivals` by the
  /// id in its text.
  void open(int pairs, Arrivals arrivals) throws Exception;

  /// One side says a text that begins with its id. Returns at once.
  void say(int pair, Side from, String text);

  /// The server's process; its descendants are counted with it.
  ProcessHandle server();

  @Override
  void close() throws Exception;

  enum Side {
    CUSTOMER,
    AGENT
  }

  interface Arrivals {
    /// The other side of the pair has the message.
    void shown(String text);
  }
}
