package org.hiwar.messenger.stub;

/// What the provider and Hiwar have agreed on: the settings of the account.
///
/// @param number ours, as customers see it, with `+`
/// @param numberId by which the provider knows it
public record StubAccount(
    String number, String numberId, String accessToken, String appSecret, String verifyToken) {

  /// Without its secrets.
  @Override
  public String toString() {
    return number;
  }
}
