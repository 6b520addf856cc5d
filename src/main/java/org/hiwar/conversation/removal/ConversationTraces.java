package org.hiwar.conversation.removal;

import java.util.Arrays;
import java.util.List;
import org.hiwar.contact.ContactRemovalStore;
import org.hiwar.conversation.AttachmentStore;
import org.hiwar.conversation.Attachments;
import org.hiwar.conversation.MessageId;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Hands out what contacts and conversations keep of people. What they remove stands in
/// [ConversationRemovalStore]: it goes last.
@Component
class ConversationTraces implements Traces {
  private final AttachmentStore rows;
  private final Attachments attachments;

  ConversationTraces(AttachmentStore rows, Attachments attachments) {
    this.rows = rows;
    this.attachments = attachments;
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Person person) {
    return List.of(
        new Rows("contact", ContactRemovalStore.contacts(workspace, person.ids())),
        new Rows("addresses", ContactRemovalStore.addresses(workspace, person.ids())),
        new Rows("consents", ContactRemovalStore.consents(workspace, person.ids())),
        new Rows("opt-outs", ContactRemovalStore.optOuts(workspace, person.ids())));
  }

  @Override
  public List<Rows> rows(WorkspaceId workspace, Said said) {
    return ConversationRemovalStore.rows(workspace, said);
  }

  @Override
  public List<PersonFile> files(WorkspaceId workspace, Said said) {
    var messages = Arrays.stream(said.messages()).mapToObj(MessageId::new).toList();
    return rows.ofMessages(workspace, messages).keySet().stream()
        .flatMap(message -> attachments.ofMessage(workspace, message).stream())
        .map(
            one ->
                new PersonFile(
                    "files/" + one.file().id() + "-" + one.file().name(), one.content(), null))
        .toList();
  }
}
