package org.hiwar.channel;

/// What a [Channel] also implements whose provider comes to us: requests to
/// `/api/webhooks/{workspace}/{account}` are handed to it, whatever their method.
///
/// Nobody has proved anything before [#handle] looks at the request: it checks the signature first,
/// over the body as it came, and answers a success only when the [Inbox] has stored what came.
public interface Webhooks {
  /// Takes one request. Blocks until what came is stored; what cannot be stored is answered so that
  /// the provider comes again.
  Answer handle(Account account, WebhookRequest request, Inbox inbox);

  /// What the provider is answered.
  ///
  /// @param status of HTTP
  /// @param contentType of the body; empty: there is none
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
  record Answer(int status, String contentType, byte[] body) {
    public static Answer status(int status) {
      return new Answer(status, "", new byte[0]);
    }
  }
}
