package org.hiwar.email;

import org.hiwar.channel.AccountId;
import org.hiwar.channel.Accounts;
import org.hiwar.platform.Refusal;
import org.hiwar.workspace.Privilege;
import org.hiwar.workspace.access.CurrentUser;
import org.hiwar.workspace.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What stands below the mails of a user. The text of an account is one of its settings.
@RestController
class SignatureApi {
  private final Signatures signatures;
  private final Accounts accounts;

  SignatureApi(Signatures signatures, Accounts accounts) {
    this.signatures = signatures;
    this.accounts = accounts;
  }

  /// @param text with its variables; empty: none, that of the account counts
  record OwnSignature(String text) {}

  /// @param text as it is put below a mail; empty: nothing is
  record EmailSignature(String text) {}

  @GetMapping("/api/me/email-signature")
  @Requires(Privilege.WRITE_MESSAGES)
  OwnSignature own(CurrentUser user) {
    return new OwnSignature(signatures.own(user.workspace(), user.user()));
  }

  @PutMapping("/api/me/email-signature")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Privilege.WRITE_MESSAGES)
  void change(CurrentUser user, @RequestBody OwnSignature wish) {
    if (wish.text().length() > EmailLimits.SIGNATURE_CHARACTERS)
      throw Refusal.tooLarge("too-long", "The signature is longer than it may be. Shorten it.");
    if (!wish.text().codePoints().allMatch(SignatureApi::isText))
      throw Refusal.invalid("invalid-text", "The signature has characters that are none.");
    signatures.keep(user.workspace(), user.user(), wish.text());
  }

  private static boolean isText(int character) {
    boolean control = Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0;
    return !control && Character.getType(character) != Character.SURROGATE;
  }

  /// What the user begins a mail of this account with.
  @GetMapping("/api/emails/signatures/{account}")
  @Requires(Privilege.WRITE_MESSAGES)
  EmailSignature of(CurrentUser user, @PathVariable AccountId account) {
    var found = accounts.find(user.workspace(), account).orElseThrow(Refusal::notFound);
    return new EmailSignature(signatures.of(user.workspace(), user.user(), found));
  }
}
