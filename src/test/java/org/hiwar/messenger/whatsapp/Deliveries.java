package org.hiwar.messenger.whatsapp;

import java.util.Map;
import org.hiwar.channel.Account;
import org.hiwar.messenger.TestAccounts;

/// Deliveries in the shape of the Cloud API, with `'` for quotation marks.
final class Deliveries {
  static final Map<String, String> SETTINGS =
      Map.of(
          "phoneNumberId", "106540352242922",
          "accessToken", "token-of-ours",
          "appSecret", "secret-of-the-app",
          "verifyToken", "olive tree");

  private Deliveries() {}

  static Account account() {
    return TestAccounts.account("whatsapp", "+963112345678", SETTINGS);
  }

  /// One delivery with these members in its value.
  static String of(String members) {
    return of("106540352242922", members);
  }

  static String of(String number, String members) {
    return """
    {'object': 'whatsapp_business_account', 'entry': [{'id': '102290129340398', 'changes': [
      {'field': 'messages', 'value': {'messaging_product': 'whatsapp',
        'metadata': {'display_phone_number': '963112345678', 'phone_number_id': '%s'},
        %s}}]}]}
    """
        .formatted(number, members)
        .replace('\'', '"');
  }

  /// From a customer whose number and identity are told.
  static String message(String id, String rest) {
    return of(
        """
        'contacts': [{'profile': {'name': 'ليلى حداد'}, 'wa_id': '963944123456', 'user_id': 'SY.13491208655302741918'}],
        'messages': [{'from': '963944123456', 'from_user_id': 'SY.13491208655302741918', 'id': '%s', 'timestamp': '1800000000', %s}]
        """
            .formatted(id, rest));
  }

  static String status(String id, String state, String rest) {
    return of(
        """
        'statuses': [{'id': '%s', 'status': '%s', 'timestamp': '1800000060', 'recipient_id': '963944123456'%s}]
        """
            .formatted(id, state, rest));
  }
}
