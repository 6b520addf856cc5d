package org.hiwar.messenger.stub;

import java.util.List;

/// What the provider and Hiwar have agreed on: the settings of the account.
///
/// @param number ours, as customers see it, with `+`
/// @param numberId by which the provider knows it
/// @param templates that are approved
public record StubAccount(
    String number,
    String numberId,
    String accessToken,
    String appSecret,
    String verifyToken,
    List<StubTemplate> templates) {
  public StubAccount {
    templates = List.copyOf(templates);
  }

  /// By which the provider knows the business that has the templates.
  public String businessId() {
    return numberId + "7";
  }

  /// Without its secrets.
  @Override
  public String toString() {
    return number;
  }
}
