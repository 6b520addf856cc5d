package org.hiwar.channel;

import java.util.List;
import java.util.Set;

/// What a [Channel] also implements whose provider lets, at times, nothing reach a customer but
/// texts that it has approved ([ApprovedTemplate]). A message that goes out as one has it with it
/// ([Outgoing#template]).
public interface Approving {
  /// Whether nothing but an approved template arrives there now. Looks at what is stored, never at
  /// the network.
  boolean templatesAlone(Account account, Recipient recipient);

  /// In which there may be templates, in the provider's spelling.
  Set<String> templateLanguages();

  /// Whether [#approved] can be asked with the settings that the account has.
  boolean tellsApproved(Account account);

  /// Asks the provider which templates it has approved. Takes 14 s at most.
  Told approved(Account account);

  /// What the provider answered.
  sealed interface Told {
    record Approved(List<ApprovedTemplate> templates) implements Told {
      public Approved {
        templates = List.copyOf(templates);
      }
    }

    /// @param code why not, as the screens translate it
    /// @param detail what the other side said, for experts
    record Not(String code, String detail) implements Told {}
  }
}
